'use client';
import { lazy, Suspense } from 'react';
import { hides } from '#lib/insight/filter.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import styles from './filter-line.module.css';

const ShownWords = lazy(async () => ({ default: (await import('./shown-words.tsx')).ShownWords }));

/** That not everything is shown, what hides the rest, and the way back to it; in the same words for eyes and ears. */
export function FilterLine() {
  const isOn = hides(useObservable(useRoom().state.find));
  return (
    <div
      className={styles.line}
      data-shown={isOn}
      role="status"
      aria-live="off"
      aria-label="What is shown"
    >
      <Suspense>{isOn && <ShownWords />}</Suspense>
    </div>
  );
}
