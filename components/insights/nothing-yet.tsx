import Link from 'next/link';
import { mayWrite } from '#components/reading-room/permissions.ts';
import type { ReadingView } from '#lib/protocol/http.ts';
import { isBlindFor } from './blind-notice.tsx';
import styles from './lead.module.css';

/** The page before the first mark. */
export function NothingYet({ reading }: { reading: ReadingView }) {
  const mayMark = mayWrite(reading);
  return (
    <>
      <p className={styles.lead}>
        {isBlindFor(reading) ? 'You have not' : 'Nobody has'} marked anything yet.
      </p>
      <p className={styles.figures}>
        {mayMark ? (
          <>
            <Link href={`/readings/${reading.id}`}>Read the article</Link>, select a sentence and
            press 1 for fact, 2 for prediction or 3 for opinion. The figures appear here by
            themselves.
          </>
        ) : (
          'The figures appear here by themselves.'
        )}
      </p>
    </>
  );
}
