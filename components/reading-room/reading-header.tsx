'use client';
import type { ArticleView } from '#lib/protocol/http.ts';
import { grouped } from '#components/ui/grouped.ts';
import { PhaseLine } from './phase-line.tsx';
import { MarkingHint } from './marking-hint.tsx';
import { SummaryLine } from './summary-line.tsx';
import { useRoom } from './room.ts';
import styles from './reading-header.module.css';

/** What stands under the title: where the article is from, when it was written, what to know of its text, how the tags add up. */
export function ReadingHeader() {
  const { article } = useRoom().page.reading;
  return (
    <div className={styles.header} data-not-text>
      <p className={styles.about}>{aboutLine(article)}</p>
      {article.note !== null && <p className={styles.note}>{article.note}</p>}
      <SummaryLine />
      <PhaseLine />
      <MarkingHint />
    </div>
  );
}

function aboutLine({ source, byline, written, words, digest }: ArticleView): string {
  const parts = [
    byline,
    source,
    written === null ? null : `written ${written}`,
    `${grouped(words)} words`,
    digest ? 'a digest' : null,
  ];
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}
