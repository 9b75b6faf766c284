'use client';
import { Search } from 'lucide-react';
import { useRoom } from '#components/reading-room/room.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { closeFinding } from './choose.ts';
import styles from './people-button.module.css';

/** Opens and closes what searches and filters. */
export function FindButton() {
  const room = useRoom();
  const open = useObservable(room.state.finding) !== null;
  return (
    <button
      type="button"
      className={styles.button}
      aria-label="Search and filter"
      aria-keyshortcuts="/ f"
      title="Search and filter (/ or f)"
      aria-expanded={open}
      onClick={() => (open ? closeFinding(room) : room.state.finding.set('search'))}
    >
      <Search size={16} aria-hidden="true" />
    </button>
  );
}
