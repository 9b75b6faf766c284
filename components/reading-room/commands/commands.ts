import type { Command } from './command.ts';
import { CURSOR_COMMANDS } from './cursor-commands.ts';
import { HELP_COMMANDS } from './help-commands.ts';
import { FIND_COMMANDS } from './find-commands.ts';
import { INSIGHT_COMMANDS } from './insight-commands.ts';
import { MARK_COMMANDS } from './mark-commands.ts';
import { ENDS_COMMANDS, MY_MARK_COMMANDS } from './my-mark-commands.ts';
import { TALK_COMMANDS } from './talk-commands.ts';
import { UNDO_COMMANDS } from './undo-commands.ts';
import { VIEW_COMMANDS } from './view-commands.ts';

/** All that can be done in the room. Of two with the same key the first that has something to do is meant. */
export const COMMANDS: readonly Command[] = [
  ...ENDS_COMMANDS,
  ...MARK_COMMANDS,
  ...MY_MARK_COMMANDS,
  ...TALK_COMMANDS,
  ...CURSOR_COMMANDS,
  ...UNDO_COMMANDS,
  ...FIND_COMMANDS,
  ...INSIGHT_COMMANDS,
  ...VIEW_COMMANDS,
  ...HELP_COMMANDS,
];
