'use client';
import { Lock } from 'lucide-react';
import { useObservable } from '#components/ui/use-observable.ts';
import { keysOf } from './commands/command-for.ts';
import { ONLY_ME } from './commands/mark-commands.ts';
import { useRoom } from './room.ts';
import styles from './only-me.module.css';
import item from './selection-toolbar.module.css';

/** The lock of the toolbar: what I mark next is for me alone. With `words` it says so, for who may mark in no other way. */
export function OnlyMeItem({ words }: { words?: string }) {
  const room = useRoom();
  const on = useObservable(room.settings.onlyMe, false);
  const [key] = keysOf(ONLY_ME, room.settings);
  return (
    <button
      type="button"
      className={item.item}
      aria-label={words ?? 'Only me'}
      title="Only me: nobody else sees what you mark"
      aria-pressed={on}
      aria-keyshortcuts={key}
      onClick={() => ONLY_ME.run(room, null)}
    >
      <Lock size={14} aria-hidden="true" />
      {words !== undefined && <span>{words}</span>}
    </button>
  );
}

/** In the bar, as long as my marks are for me alone: nobody should forget that. */
export function OnlyMeChip() {
  const room = useRoom();
  const on = useObservable(room.settings.onlyMe, false);
  if (!on) return null;
  return (
    <button
      type="button"
      className={styles.chip}
      title="Only you see what you mark now. Click to mark for the group again."
      onClick={() => ONLY_ME.run(room, null)}
    >
      <Lock size={13} aria-hidden="true" />
      Only me
    </button>
  );
}

/** On a note that nobody else can see. */
export function OnlyMeSign({ of }: { of: string }) {
  const { records } = useRoom();
  if (!records.isPrivate(of)) return null;
  return (
    <span role="img" aria-label="Only for you" title="Only for you" className={styles.sign}>
      <Lock size={12} aria-hidden="true" />
    </span>
  );
}
