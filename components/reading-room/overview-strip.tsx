'use client';
import { type MouseEvent, useDeferredValue, useMemo } from 'react';
import { counts } from '#lib/insight/insight-of.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { bucketsOf } from './overview-buckets.ts';
import { useRoom } from './room.ts';
import { scrollToOffset } from './scroll-to-passage.ts';
import styles from './overview-strip.module.css';

const BUCKETS = 96;

/**
 * The whole article at the window's edge: where marks are, which tag leads there (or how much they differ), and where the words stand that are looked for. A
 * click goes there; for keys and for who listens the commands of finding do the same.
 */
export function OverviewStrip() {
  const room = useRoom();
  const { page, records: joined, state } = room;
  const records = useDeferredValue(useObservable(joined.shown));
  const view = useObservable(state.paint, 'marks');
  const found = useDeferredValue(useObservable(state.found));
  const { length } = page.text;
  const buckets = useMemo(
    () => bucketsOf([...records.annotations.values()].filter(counts), length, BUCKETS),
    [records.annotations, length],
  );
  const stretches = useMemo(
    () => [...new Set(found.map(({ start }) => Math.floor((start / length) * BUCKETS)))],
    [found, length],
  );
  const go = ({ clientY, currentTarget }: MouseEvent): void => {
    const { top, height } = currentTarget.getBoundingClientRect();
    scrollToOffset(room, Math.min(length - 1, Math.floor(((clientY - top) / height) * length)));
  };
  return (
    <div className={styles.strip} aria-hidden="true" onClick={go}>
      {buckets
        .filter(({ split }) => view !== 'disagreement' || split > 0)
        .map(({ index, members, tag, split }) => (
          <i
            key={index}
            data-tag={view === 'disagreement' ? undefined : (tag ?? undefined)}
            style={{
              top: `${(index / BUCKETS) * 100}%`,
              height: view === 'disagreement' ? 2 * split : Math.min(8, 2 + members),
            }}
          />
        ))}
      {stretches.map((index) => (
        <b key={index} style={{ top: `${(index / BUCKETS) * 100}%` }} />
      ))}
    </div>
  );
}
