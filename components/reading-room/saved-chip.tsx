'use client';
import type { SaveState } from '#lib/client/reading-session.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { useLate } from './use-late.ts';
import { useRoom } from './room.ts';
import styles from './saved-chip.module.css';

/** Whether what I did is safe, as the server says. To be seen, and read when asked for: each word of it spoken would be noise. */
export function SavedChip() {
  const { records } = useRoom();
  const saving = useObservable(records.saving);
  const refused = useObservable(records.refused).length;
  const late = useLate(saving.kind === 'connecting');
  const words =
    (saving.kind === 'connecting' && !late ? '' : wordsFor(saving)) +
    (refused === 0 ? '' : `, ${refused} refused`);
  const hint = refused === 0 ? hintFor(saving) : 'What was refused stands below, with the reason.';
  return (
    <span
      role="status"
      aria-live="off"
      className={styles.chip}
      data-kind={refused === 0 ? saving.kind : 'refused'}
      title={hint}
    >
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
