import type { Command } from './commands/command.ts';
import { keysOf } from './commands/command-for.ts';
import { type KeyGiven, isSingleKey } from './plain-key.ts';
import type { RoomSettings } from './room-settings.ts';

/** Whether its key is one that can be changed: single characters; arrows, Enter, Escape and what needs Ctrl stay. */
export function isChangeable({ keys }: Command): boolean {
  return keys.length > 0 && keys.every(isSingleKey);
}

/** The key as the tables write it, when it is a single character, which alone can be chosen; else null. */
export function chosenKey({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyGiven): string | null {
  if (key.length !== 1 || key === ' ' || ctrlKey || metaKey || altKey) return null;
  const small = key.toLowerCase();
  return shiftKey && small !== key ? `Shift+${small}` : small;
}

/** Gives the command this key; null: none. Its own first key is nothing to remember. */
export function chooseKey(
  { keys }: RoomSettings,
  { id, keys: own }: Command,
  key: string | null,
): void {
  const { [id]: _, ...others } = keys.get();
  const isOwn = key !== null && own.length === 1 && own[0] === key;
  keys.set(isOwn ? others : { ...others, [id]: key === null ? [] : [key] });
}

/** The other command that has this key already; of two with one key only one is heard. */
export function commandWithKey(
  commands: readonly Command[],
  settings: RoomSettings,
  key: string,
  except: Command,
): Command | null {
  return (
    commands.find(
      (command) => command.id !== except.id && keysOf(command, settings).includes(key),
    ) ?? null
  );
}
