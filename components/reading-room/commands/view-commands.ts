import { closeInMargin } from '../open-in-margin.ts';
import type { Room } from '../room.ts';
import type { Command } from './command.ts';

/** The words' tags, or how many marked them. */
export const SWITCH_PAINT: Command = {
  id: 'paint',
  keys: ['v'],
  words: 'Show marks or heat',
  group: 'view',
  when: () => true,
  run: ({ state: { paint } }) => paint.set(paint.get() === 'marks' ? 'heat' : 'marks'),
};

/** Who listens to the text hears all marks then. */
export const MARK_WHOLE_TEXT: Command = {
  id: 'whole-text',
  keys: ['m'],
  words: 'Mark the whole text, also far from the window',
  group: 'view',
  when: () => true,
  run: ({ settings: { wholeText }, state }) => {
    wholeText.set(!wholeText.get());
    state.announced.set(wholeText.get() ? 'The whole text is marked' : 'Marks only near here');
  },
};

const GO_BACK: Command = {
  id: 'back',
  keys: ['Escape'],
  words: 'Go back one step',
  group: 'view',
  when: ({ state }) =>
    [state.writing, state.opened, state.selection, state.cursor].some((one) => one.get() !== null),
  run: goBack,
};

export const VIEW_COMMANDS: readonly Command[] = [SWITCH_PAINT, MARK_WHOLE_TEXT, GO_BACK];

function goBack(room: Room): void {
  if (closeInMargin(room)) return;
  document.getSelection()?.removeAllRanges();
  room.state.cursor.set(null);
}
