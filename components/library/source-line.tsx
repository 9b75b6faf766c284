import { counted } from '#components/ui/counted.ts';
import type { ArticleView } from '#lib/protocol/http.ts';
import styles from './source-line.module.css';

/** Where the text is from, when it was written and how long it is. */
export function SourceLine({ article }: { article: ArticleView }) {
  const { byline, source, written, words } = article;
  const parts = [byline, source, written, counted(words, 'word')].filter((part) => part !== null);
  return <p className={styles.source}>{parts.join(' · ')}</p>;
}

/** What to know of the text before one builds on it. */
export function TextNote({ article: { digest, note } }: { article: ArticleView }) {
  if (digest)
    return (
      <p className={styles.note}>
        <strong>A digest.</strong> A short column of our own; the article’s wording is not here.
      </p>
    );
  return note === null ? null : <p className={styles.note}>{note}</p>;
}
