'use client';
import { X } from 'lucide-react';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from './room.ts';
import styles from './short-notice.module.css';

/** A line about what could not be done just now, for eyes and ears; goes with the next thing that is done. */
export function ShortNotice() {
  const { state } = useRoom();
  const words = useObservable(state.notice);
  return (
    <div className={styles.notice} data-shown={words !== ''}>
      <p role="status">{words}</p>
      {words !== '' && (
        <button type="button" aria-label="Close" onClick={() => state.notice.set('')}>
          <X size={16} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
