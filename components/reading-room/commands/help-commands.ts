import type { Command } from './command.ts';

/** All keys, and what the tags mean. */
export const SHOW_KEYS: Command = {
  id: 'keys',
  keys: ['?'],
  words: 'Keys and codebook',
  group: 'help',
  when: () => true,
  run: ({ state }) => state.sheetOpen.set(true),
};

export const HELP_COMMANDS: readonly Command[] = [SHOW_KEYS];
