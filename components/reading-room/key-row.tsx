'use client';
import { type KeyboardEvent, useState } from 'react';
import type { Command } from './commands/command.ts';
import { keysOf } from './commands/command-for.ts';
import { COMMANDS } from './commands/commands.ts';
import { chooseKey, chosenKey, commandWithKey, isChangeable } from './key-settings.ts';
import { keyWords } from './key-words.ts';
import { useRoom } from './room.ts';
import styles from './keys-sheet.module.css';

/** What a key does, and the key; a single character's is a button that waits for another. */
export function KeyRow({ command }: { command: Command }) {
  const { settings } = useRoom();
  const [waiting, setWaiting] = useState(false);
  const [taken, setTaken] = useState<Command | null>(null);
  const [first] = keysOf(command, settings);

  function take(event: KeyboardEvent): void {
    if (!waiting || event.key === 'Tab' || event.key === 'Shift') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setWaiting(false);
    if (event.key === 'Backspace' || event.key === 'Delete') return choose(null);
    const key = chosenKey(event);
    if (key === null) return;
    const other = commandWithKey(COMMANDS, settings, key, command);
    if (other === null) choose(key);
    else setTaken(other);
  }
  function choose(key: string | null): void {
    chooseKey(settings, command, key);
    setWaiting(false);
    setTaken(null);
  }
  const keycaps = first === undefined ? <span>none</span> : <Keycaps of={first} />;
  return (
    <li className={styles.row}>
      <span>{command.words}</span>
      {isChangeable(command) ? (
        <button
          type="button"
          className={styles.key}
          aria-label={`${command.words}: ${first ?? 'no key'}. Change it`}
          onClick={() => setWaiting(true)}
          onKeyDown={take}
          onBlur={() => {
            setWaiting(false);
            setTaken(null);
          }}
        >
          {waiting ? 'Press a key' : keycaps}
        </button>
      ) : (
        <span className={styles.fixed}>{keycaps}</span>
      )}
      {waiting && (
        <span role="status" className={styles.waiting}>
          {taken === null
            ? 'A letter, digit or sign; Backspace for none; Escape leaves it.'
            : `That key is taken: ${taken.words}.`}
        </span>
      )}
    </li>
  );
}

function Keycaps({ of }: { of: string }) {
  const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
  return keyWords(of, isMac).map((word) => <kbd key={word}>{word}</kbd>);
}
