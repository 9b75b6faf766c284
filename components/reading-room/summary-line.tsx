'use client';
import { useDeferredValue, useMemo } from 'react';
import { NO_RECORDS } from '#lib/annotation/record-set.ts';
import { tagCountsOf } from '#lib/insight/tag-counts.ts';
import type { ReadingMember } from '#lib/protocol/http.ts';
import { counted } from '#components/ui/counted.ts';
import { TagCounts } from '#components/ui/tag-counts.tsx';
import { TagSplitBar } from '#components/ui/tag-split-bar.tsx';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from './room.ts';
import styles from './summary-line.module.css';

/** `● 41 fact  ◆ 28 prediction  ❝ 37 opinion ▬▬▬ 8 of 12 people done`: live, and quiet about it. */
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
        {isBlind ? doneLine(asked ?? page.members) : peopleLine(page.members, done)}
      </span>
    </div>
  );
}

function peopleLine(members: readonly ReadingMember[], done: ReadonlySet<string>): string {
  const people = counted(members.length, 'person', 'people');
  const ready = members.filter(({ id }) => done.has(id)).length;
  return ready === 0 ? people : `${ready} of ${people} done`;
}

/** Of those who are asked to mark: observers never are, instructors when they say so themselves. */
function doneLine(members: readonly ReadingMember[]): string {
  const asked = members.filter(({ role, done }) => role === 'annotator' || done);
  return `${asked.filter(({ done }) => done).length} of ${asked.length} done`;
}
