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

const GO_BACK: Command = {
  id: 'back',
  keys: ['Escape'],
  words: 'Go back one step',
  group: 'view',
  when: ({ state }) =>
    [state.writing, state.opened, state.selection, state.cursor].some((one) => one.get() !== null),
  run: goBack,
};

export const VIEW_COMMANDS: readonly Command[] = [SWITCH_PAINT, GO_BACK];

function goBack(room: Room): void {
  if (closeInMargin(room)) return;
  document.getSelection()?.removeAllRanges();
  room.state.cursor.set(null);
}
