'use client';
import type { ReactNode } from 'react';
import { Avatar } from '#components/ui/avatar.tsx';
import { RelativeTime } from '#components/ui/time.tsx';
import { showAlone } from '#components/finding/choose.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { nameOf, personOf } from './people.ts';
import styles from './byline.module.css';

interface Props {
  author: string;
  /** When it was said, or changed last. */
  time: string;
  /** Its words, or its tag and what else is noted of it. */
  changed?: boolean;
  /** Beside the name: the tag. */
  children?: ReactNode;
}

/** Avatar, name, tag and time: the first line of what somebody said. */
export function Byline({ author, time, changed = false, children }: Props) {
  const room = useRoom();
  const { page } = room;
  return (
    <div className={styles.byline}>
      <Avatar person={personOf(page, author)} size={22} decorative />
      <button
        type="button"
        className={styles.name}
        title="Show only these marks, or everyone’s again"
        onClick={() => showAlone(room, author)}
      >
        {nameOf(page, author)}
      </button>
      {children}
      <span className={styles.time}>
        {changed && 'changed '}
        <RelativeTime iso={time} />
      </span>
    </div>
  );
}
