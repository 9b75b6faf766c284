'use client';
import { ChevronDown } from 'lucide-react';
import { openStack } from '#components/reading-room/open-in-margin.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { counted } from '#components/ui/counted.ts';
import styles from './stack-line.module.css';

/** `3 more conversations here`: what has no room beside its words; opens their list. */
export function StackLine({ ids, fresh }: { ids: readonly string[]; fresh: number }) {
  const room = useRoom();
  return (
    <button
      type="button"
      className={styles.stack}
      aria-expanded={false}
      onClick={() => openStack(room, ids)}
    >
      <ChevronDown size={14} aria-hidden="true" />
      {counted(ids.length, 'more conversation')} here
      {fresh > 0 && <span className={styles.fresh}>{fresh} new</span>}
    </button>
  );
}
