import type { Command } from './command.ts';
import { FIND_COMMANDS } from './find-commands.ts';
import { MARK_COMMANDS } from './mark-commands.ts';
import { UNDO_COMMANDS } from './undo-commands.ts';
import { VIEW_COMMANDS } from './view-commands.ts';

/** All that can be done in the room. Of two with the same key the first that has something to do is meant. */
export const COMMANDS: readonly Command[] = [
  ...MARK_COMMANDS,
  ...UNDO_COMMANDS,
  ...FIND_COMMANDS,
  ...VIEW_COMMANDS,
];
