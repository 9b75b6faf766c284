'use client';
import type { Presence } from '#lib/protocol/sync.ts';
import { Avatar } from '#components/ui/avatar.tsx';
import { useRoom } from './room.ts';
import styles from './reader.module.css';

/** Somebody's initials; hover or focus shows what they have selected. */
export function Reader({ presence: { user, cursor } }: { presence: Presence }) {
  const { state } = useRoom();
  const show = (shown: boolean) => () =>
    state.layer.get()?.showPassing('remote', shown && cursor !== null ? [cursor] : []);
  return (
    <button
      type="button"
      className={styles.reader}
      aria-label={`${user.name} reads here${cursor === null ? '' : ' and has selected words'}`}
      title={user.name}
      onPointerEnter={show(true)}
      onPointerLeave={show(false)}
      onFocus={show(true)}
      onBlur={show(false)}
    >
      <Avatar person={user} size={22} decorative />
    </button>
  );
}
