'use client';
import { useDeferredValue, useMemo } from 'react';
import { NO_RECORDS } from '#lib/annotation/record-set.ts';
import { tagCountsOf } from '#lib/insight/tag-counts.ts';
import type { ReadingMember } from '#lib/protocol/http.ts';
import { TagCounts } from '#components/ui/tag-counts.tsx';
import { TagSplitBar } from '#components/ui/tag-split-bar.tsx';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from './room.ts';
import styles from './summary-line.module.css';

/** `● 41 fact  ◆ 28 prediction  ❝ 37 opinion ▬▬▬ 12 people · 8 done`: live, and quiet about it. */
export function SummaryLine() {
  const { page, records: joined, state } = useRoom();
  const records = useDeferredValue(useObservable(joined.work));
  const asked = useObservable(state.members);
  const { tags: counts, done } = useMemo(() => tagCountsOf(records), [records]);
  const { phase, place } = page.reading;
  const isBlind = phase === 'blind' || place !== 'shared';
  return (
    <div
      className={styles.summary}
      data-waiting={records === NO_RECORDS}
      aria-live="off"
      role="group"
      aria-label="All marks so far"
    >
      <TagCounts counts={counts} named />
      <span className={styles.bar}>
        <TagSplitBar counts={counts} height={4} decorative />
      </span>
      <span className={styles.people}>
        {isBlind ? doneLine(asked ?? page.members) : peopleLine(page.members.length, done)}
      </span>
    </div>
  );
}

function peopleLine(people: number, done: number): string {
  const group = people === 1 ? '1 person' : `${people} people`;
  return done === 0 ? group : `${group} · ${done} done`;
}

/** Of those who are asked to mark: observers never are, instructors when they say so themselves. */
function doneLine(members: readonly ReadingMember[]): string {
  const asked = members.filter(({ role, done }) => role === 'annotator' || done);
  return `${asked.filter(({ done }) => done).length} of ${asked.length} done`;
}
