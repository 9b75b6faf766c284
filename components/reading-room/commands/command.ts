import type { Room } from '../room.ts';

/** One thing that can be done in the room, for keys, toolbar, menus and the list of keys alike. */
export interface Command {
  /** Names it in the settings. */
  readonly id: string;
  /** As `givesKey` reads them: `1`, `Shift+x`, `Mod+z`, `ArrowDown`. The first is the one that is shown. */
  readonly keys: readonly string[];
  /** What it does, as a person would say it. */
  readonly words: string;
  readonly group: 'mark' | 'ends' | 'move' | 'talk' | 'find' | 'view' | 'help';
  /** Whether there is something to do; its keys do what they else would when not. */
  when(room: Room): boolean;
  /** `event`: the key that asked for it; null from a button. */
  run(room: Room, event: KeyboardEvent | null): void;
}
