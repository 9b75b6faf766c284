'use client';
import { useMemo } from 'react';
import { counts } from '#lib/insight/insight-of.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { bucketsOf } from './overview-buckets.ts';
import { useRoom } from './room.ts';
import styles from './overview-strip.module.css';

const BUCKETS = 96;

/** The whole article at the window's edge: where marks are, and which tag leads there. A picture only. */
export function OverviewStrip() {
  const { page, records: joined } = useRoom();
  const records = useObservable(joined.shown);
  const { length } = page.text;
  const buckets = useMemo(
    () => bucketsOf([...records.annotations.values()].filter(counts), length, BUCKETS),
    [records.annotations, length],
  );
  return (
    <div className={styles.strip} aria-hidden="true">
      {buckets.map(({ index, members, tag }) => (
        <i
          key={index}
          data-tag={tag ?? undefined}
          style={{ top: `${(index / BUCKETS) * 100}%`, height: Math.min(8, 2 + members) }}
        />
      ))}
    </div>
  );
}
