'use client';
import { useEffect, useRef } from 'react';
import type { ArticleView } from '#lib/protocol/http.ts';
import { PhaseLine } from './phase-line.tsx';
import { SummaryLine } from './summary-line.tsx';
import { useRoom } from './room.ts';
import styles from './reading-header.module.css';

const numbers = new Intl.NumberFormat('en');

/** What stands under the title: where the article is from, when it was written, what to know of its text, how the tags add up. */
export function ReadingHeader() {
  const { page, state } = useRoom();
  const { article } = page.reading;
  const lines = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (lines.current === null) return undefined;
    const seen = new IntersectionObserver(([entry]) => {
      if (entry !== undefined)
        state.titleSeen.set(entry.isIntersecting || entry.boundingClientRect.top > 0);
    });
    seen.observe(lines.current);
    return () => seen.disconnect();
  }, [state]);

  return (
    <div ref={lines} className={styles.header} data-not-text>
      <p className={styles.about}>{aboutLine(article)}</p>
      {article.note !== null && <p className={styles.note}>{article.note}</p>}
      <PhaseLine reading={page.reading} />
      <SummaryLine />
    </div>
  );
}

function aboutLine({ source, byline, written, words, digest }: ArticleView): string {
  const parts = [
    source,
    byline,
    written === null ? null : `written ${written}`,
    `${numbers.format(words)} words`,
    digest ? 'a digest' : null,
  ];
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}
