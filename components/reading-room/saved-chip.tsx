'use client';
import type { SaveState } from '#lib/client/reading-session.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from './room.ts';
import styles from './saved-chip.module.css';

/** Whether what I did is safe, as the server says. */
export function SavedChip() {
  const { session } = useRoom();
  const saving = useObservable(session.saving);
  const words = wordsFor(saving);
  return (
    <span role="status" className={styles.chip} data-kind={saving.kind} title={hintFor(saving)}>
      <span className={styles.dot} aria-hidden="true" />
      <span className={styles.words}>{words}</span>
    </span>
  );
}

function wordsFor(saving: SaveState): string {
  switch (saving.kind) {
    case 'connecting':
      return 'Connecting';
    case 'saving':
      return 'Saving';
    case 'saved':
      return 'Saved';
    case 'offline':
      return saving.kept === 0 ? 'Offline' : `Offline (${saving.kept} kept here)`;
  }
}

function hintFor(saving: SaveState): string {
  if ('volatile' in saving)
    return 'Your browser gives no storage: what is not saved yet is lost if you close this tab.';
  if (saving.kind === 'offline')
    return 'No connection. You can go on; what you do is kept on this device and sent later.';
  return saving.kind === 'saved' ? 'Everything you did is on the server.' : '';
}
