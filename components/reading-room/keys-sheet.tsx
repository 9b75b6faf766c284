'use client';
import { X } from 'lucide-react';
import { type MouseEvent, type SyntheticEvent, useEffect, useId, useRef } from 'react';
import { useObservable } from '#components/ui/use-observable.ts';
import { CodebookPage } from './codebook-page.tsx';
import { COMMANDS } from './commands/commands.ts';
import type { Command } from './commands/command.ts';
import { KeyRow } from './key-row.tsx';
import { useRoom } from './room.ts';
import styles from './keys-sheet.module.css';

const GROUPS: readonly [Command['group'], string][] = [
  ['mark', 'Mark'],
  ['ends', 'While you move a mark’s ends'],
  ['move', 'Move in the text'],
  ['talk', 'Talk'],
  ['find', 'Find'],
  ['view', 'View'],
  ['help', 'Help'],
];

/** All keys at the left, to be changed or switched off; what the tags mean at the right. */
export function KeysSheet() {
  const { settings, state } = useRoom();
  const single = useObservable(settings.singleKeys);
  const says = useObservable(settings.saysChanges);
  const chosen = useObservable(settings.keys);
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();

  useEffect(() => dialog.current?.showModal(), []);

  const closeOnBackdrop = ({ target, currentTarget }: MouseEvent): void => {
    if (target === currentTarget) dialog.current?.close();
  };
  const gone = ({ target, currentTarget }: SyntheticEvent): void => {
    if (target === currentTarget) state.sheetOpen.set(false);
  };
  return (
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-labelledby={heading}
      onClose={gone}
      onClick={closeOnBackdrop}
    >
      <div className={styles.content}>
        <header className={styles.head}>
          <h2 id={heading} className={styles.title}>
            Keys and codebook
          </h2>
          <button
            type="button"
            className={styles.close}
            aria-label="Close"
            onClick={() => dialog.current?.close()}
          >
            <X size={18} aria-hidden="true" />
          </button>
        </header>
        <section className={styles.keys} aria-label="Keys">
          <div className={styles.settings}>
            <label>
              <input
                type="checkbox"
                checked={single}
                onChange={({ target }) => settings.singleKeys.set(target.checked)}
              />
              Single letters and digits do something
            </label>
            <label>
              <input
                type="checkbox"
                checked={says}
                onChange={({ target }) => settings.saysChanges.set(target.checked)}
              />
              Say aloud what others do (screen readers)
            </label>
          </div>
          {GROUPS.map(([group, name]) => (
            <KeyGroup key={group} group={group} name={name} />
          ))}
          <p className={styles.note}>
            With <kbd>Shift</kbd>, keys that move extend what the cursor covers. Press a key’s
            button to change it.{' '}
            {Object.keys(chosen).length > 0 && (
              <button type="button" className={styles.reset} onClick={() => settings.keys.set({})}>
                Back to the first keys
              </button>
            )}
          </p>
        </section>
        <CodebookPage />
      </div>
    </dialog>
  );
}

function KeyGroup({ group, name }: { group: Command['group']; name: string }) {
  const commands = COMMANDS.filter((command) => command.group === group);
  if (commands.length === 0) return null;
  return (
    <>
      <h3 className={styles.group}>{name}</h3>
      <ul className={styles.rows}>
        {commands.map((command) => (
          <KeyRow key={command.id} command={command} />
        ))}
      </ul>
    </>
  );
}
