'use client';
import { useState } from 'react';
import type { Presence } from '#lib/protocol/sync.ts';
import { showAlone } from '#components/finding/choose.ts';
import { Avatar } from '#components/ui/avatar.tsx';
import { useRoom } from './room.ts';
import { useShownSelection } from './use-shown-selection.ts';
import styles from './reader.module.css';

/** Somebody's initials; a click shows their marks alone; hover or focus shows what they have selected, as long as they have. */
export function Reader({ presence: { user, cursor } }: { presence: Presence }) {
  const room = useRoom();
  const [lookedAt, setLookedAt] = useState(false);
  useShownSelection(lookedAt ? cursor : null);
  const look = (at: boolean) => () => setLookedAt(at);
  return (
    <button
      type="button"
      className={styles.reader}
      aria-label={`${user.name} reads here${cursor === null ? '' : ' and has selected words'}`}
      title={user.name}
      onClick={() => showAlone(room, user.id)}
      onPointerEnter={look(true)}
      onPointerLeave={look(false)}
      onFocus={look(true)}
      onBlur={look(false)}
    >
      <Avatar person={user} size={22} decorative />
    </button>
  );
}
