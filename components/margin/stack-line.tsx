'use client';
import { ChevronDown } from 'lucide-react';
import { openStack } from '#components/reading-room/open-in-margin.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { counted } from '#components/ui/counted.ts';
import { useUnreadCount } from './unread-dot.tsx';
import styles from './stack-line.module.css';

/** `3 more conversations here`: what has no room beside its words; opens their list. `keys`: of all that is said in them. */
export function StackLine({ ids, keys }: { ids: readonly string[]; keys: readonly string[] }) {
  const room = useRoom();
  const fresh = useUnreadCount(keys);
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
