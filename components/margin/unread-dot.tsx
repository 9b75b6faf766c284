'use client';
import { useSyncExternalStore } from 'react';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import { useRoom } from '#components/reading-room/room.ts';
import styles from './unread-dot.module.css';

/** How many of these comments and replies I have not read. */
export function useUnreadCount(keys: readonly string[]): number {
  const { unread } = useRoom().unread;
  const count = (): number => keys.filter((key) => unread.get().has(key)).length;
  return useSyncExternalStore(unread.subscribe, count, () => 0);
}

/** A dot, for who looks; a word, for who listens. */
export function UnreadDot({ keys }: { keys: readonly string[] }) {
  if (useUnreadCount(keys) === 0) return null;
  return (
    <span className={styles.dot}>
      <VisuallyHidden>unread</VisuallyHidden>
    </span>
  );
}
