'use client';
import { Check } from 'lucide-react';
import { useObservable } from '#components/ui/use-observable.ts';
import { RelativeTime } from '#components/ui/time.tsx';
import { useRoom } from '#components/reading-room/room.ts';
import { nameOf } from './people.ts';
import { useHeld } from './use-held.ts';
import styles from './thread-line.module.css';

/** Whether the annotation's thread is resolved now. */
export function useResolved(annotation: string): boolean {
  const { threads } = useRoom();
  return useObservable(threads.deciding).get(annotation)?.state === 'resolved';
}

/** `✓ Resolved by Anna, 2 h`: the thread of one annotation is settled. */
export function ThreadLine({ annotation }: { annotation: string }) {
  const { page, threads } = useRoom();
  const settled = useHeld(useObservable(threads.deciding).get(annotation));
  if (settled?.state !== 'resolved') return null;
  return (
    <p className={styles.resolved}>
      <Check size={14} aria-hidden="true" />
      <span>Resolved by {nameOf(page, settled.author)}</span>
      <span className={styles.time}>
        <RelativeTime iso={settled.modified ?? settled.created} />
      </span>
    </p>
  );
}
