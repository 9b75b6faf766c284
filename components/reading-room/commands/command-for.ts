import { givesKey, isSingleKey, type KeyGiven } from '../plain-key.ts';
import type { Room } from '../room.ts';
import type { RoomSettings } from '../room-settings.ts';
import type { Command } from './command.ts';

/** What the key does here and now; null when it is not ours. */
export function commandFor(
  commands: readonly Command[],
  room: Room,
  given: KeyGiven,
): Command | null {
  const isMeant = (command: Command): boolean =>
    keysOf(command, room.settings).some((key) => givesKey(given, key)) && command.when(room);
  return commands.find(isMeant) ?? null;
}

/** The keys that do it: those that I chose, else its own; of single characters none where they are switched off. */
export function keysOf({ id, keys }: Command, settings: RoomSettings): readonly string[] {
  const chosen = settings.keys.get()[id] ?? keys;
  return settings.singleKeys.get() ? chosen : chosen.filter((key) => !isSingleKey(key));
}
