'use client';
import { useObservable } from '#components/ui/use-observable.ts';
import { openAnnotation } from './open-in-margin.ts';
import { type Room, useRoom } from './room.ts';
import { showOffset } from './scroll-to-passage.ts';
import styles from './unread-chip.module.css';

/** `3 unread`, when there are any: leads to the next one from where I read. */
export function UnreadChip() {
  const room = useRoom();
  const { size } = useObservable(room.unread.unread);
  if (size === 0) return null;
  return (
    <button type="button" className={styles.chip} onClick={() => openNextUnread(room)}>
      {size} <span className={styles.word}>unread</span>
    </button>
  );
}

function openNextUnread(room: Room): void {
  const { page, records, state, unread } = room;
  const { annotations, replies } = records.shown.get();
  const from = page.blocks[state.block.get() ?? 0]?.start ?? 0;
  const found = [...unread.unread.get()]
    .flatMap((key) => annotations.get(replies.get(key)?.annotation ?? key) ?? [])
    .sort((a, b) => a.target.start - b.target.start);
  const next = found.find(({ target }) => target.start >= from) ?? found[0];
  if (next === undefined) return;
  openAnnotation(room, next.id);
  showOffset(room, next.target.start);
}
