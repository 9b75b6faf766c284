'use client';
import { useObservable } from '#components/ui/use-observable.ts';
import { NEXT_UNREAD } from './commands/find-commands.ts';
import { useRoom } from './room.ts';
import styles from './unread-chip.module.css';

/** `3 unread`, when there are any: leads to the next one from where I read. */
export function UnreadChip() {
  const room = useRoom();
  const { size } = useObservable(room.unread.unread);
  if (size === 0) return null;
  return (
    <button type="button" className={styles.chip} onClick={() => NEXT_UNREAD.run(room, null)}>
      <span className={styles.pill}>
        {size} <span className={styles.word}>unread</span>
      </span>
    </button>
  );
}
