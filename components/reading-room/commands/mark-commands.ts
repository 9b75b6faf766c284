import { DEFAULT_CODEBOOK, type TagDefinition } from '#lib/annotation/codebook.ts';
import { markPassage, passageInHand, startComment } from '../passage-in-hand.ts';
import type { Passage, Room } from '../room.ts';
import type { Command } from './command.ts';
import { GROW } from './cursor-commands.ts';

export interface TagCommand extends Command {
  readonly tag: TagDefinition;
}

/** One for each tag of the codebook, by its own key. */
export const TAG_COMMANDS: readonly TagCommand[] = DEFAULT_CODEBOOK.map((tag) => ({
  ...onPassage((room, passage) => markPassage(room, passage, tag.id)),
  id: `tag-${tag.id}`,
  keys: [tag.key],
  words: `Mark as ${tag.name}`,
  group: 'mark',
  tag,
}));

export const COMMENT: Command = {
  ...onPassage(startComment),
  id: 'comment',
  keys: ['c'],
  words: 'Comment on the passage',
  group: 'mark',
};

/** New marks go to my own place, or to the group again. */
export const ONLY_ME: Command = {
  id: 'only-me',
  keys: ['o'],
  words: 'Mark for me alone, on or off',
  group: 'mark',
  when: () => true,
  run({ settings: { onlyMe }, state }) {
    onlyMe.set(!onlyMe.get());
    state.announced.set(
      onlyMe.get() ? 'What you mark now is for you alone.' : 'What you mark now is for the group.',
    );
  },
};

export const MARK_COMMANDS: readonly Command[] = [...TAG_COMMANDS, COMMENT, GROW, ONLY_ME];

/** Done to what is selected, else to where the keyboard's cursor stands. */
function onPassage(deed: (room: Room, passage: Passage) => void): Pick<Command, 'when' | 'run'> {
  return {
    when: (room) => passageInHand(room) !== null,
    run(room) {
      const passage = passageInHand(room);
      if (passage !== null) deed(room, passage);
    },
  };
}
