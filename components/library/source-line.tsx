import Link from 'next/link';
import { counted } from '#components/ui/counted.ts';
import type { ArticleView, ReadingView } from '#lib/protocol/http.ts';
import styles from './source-line.module.css';

/** Where the text is from, when it was written and how long it is. */
export function SourceLine({ article }: { article: ArticleView }) {
  const { byline, source, written, words } = article;
  const parts = [byline, source, written, counted(words, 'word')].filter((part) => part !== null);
  return <p className={styles.source}>{parts.join(' · ')}</p>;
}

/** What to know of the text before one builds on it. */
export function TextNote({ reading }: { reading: Pick<ReadingView, 'article' | 'fullText'> }) {
  const { digest, note } = reading.article;
  if (digest)
    return (
      <p className={styles.note}>
        <strong>A digest.</strong> A short column of our own;{' '}
        {reading.fullText === null ? (
          'the article’s wording is not here.'
        ) : (
          <>
            <Link href={`/readings/${reading.fullText}`}>the article’s own text</Link> has a reading
            beside it.
          </>
        )}
      </p>
    );
  return note === null ? null : <p className={styles.note}>{note}</p>;
}
