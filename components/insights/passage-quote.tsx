import Link from 'next/link';
import type { Passage } from '#lib/insight/insight.ts';
import type { PassageSource } from './passage-list.tsx';
import { quoteOf } from './passage-words.ts';
import styles from './passage-quote.module.css';

interface Props {
  passage: Pick<Passage, 'start' | 'end'>;
  article: PassageSource;
}

/** A passage's words, the rest of its sentence quieter around them; leads to its place in the article. */
export function PassageQuote({ passage, article }: Props) {
  const { before, words, after } = quoteOf(passage, article.text, article.blocks);
  return (
    <Link
      href={`/readings/${article.reading}?at=${passage.start}-${passage.end}`}
      className={styles.quote}
      dir="auto"
    >
      {before !== '' && <span className={styles.around}>{before}</span>}
      {words}
      {after !== '' && <span className={styles.around}>{after}</span>}
    </Link>
  );
}
