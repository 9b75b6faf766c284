import type { ReactNode } from 'react';
import { useObservable } from '#components/ui/use-observable.ts';
import type { Command } from './commands/command.ts';
import { keysOf } from './commands/command-for.ts';
import { useRoom } from './room.ts';
import styles from './selection-toolbar.module.css';

interface Props {
  command: Command;
  /** The one word that it has room for. */
  name: string;
  title?: string;
  pressed?: boolean;
  /** A picture before the name. */
  children?: ReactNode;
}

/** A command as a button of the toolbar, with the key that does the same. */
export function ToolbarItem({ command, name, title, pressed, children }: Props) {
  const room = useRoom();
  useObservable(room.settings.keys);
  useObservable(room.settings.singleKeys);
  const key = keysOf(command, room.settings)[0]?.toUpperCase();
  return (
    <button
      type="button"
      className={styles.item}
      title={title}
      aria-pressed={pressed}
      aria-keyshortcuts={key}
      onClick={() => command.run(room, null)}
    >
      {children}
      <span className={styles.name}>{name}</span>
      {key !== undefined && <kbd aria-hidden="true">{key}</kbd>}
    </button>
  );
}
