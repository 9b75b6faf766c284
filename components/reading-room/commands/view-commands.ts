import { closeInMargin } from '../open-in-margin.ts';
import type { Room } from '../room.ts';
import { viewBeside } from '../views.ts';
import type { Command } from './command.ts';

/** The words' tags, how many marked them, or where they differ. */
export const NEXT_VIEW: Command = {
  id: 'paint',
  keys: ['v'],
  words: 'Show marks, heat or disagreement',
  group: 'view',
  when: () => true,
  run: (room) => show(room, 1),
};

const PREVIOUS_VIEW: Command = {
  id: 'paint-back',
  keys: ['Shift+v'],
  words: 'The view before',
  group: 'view',
  when: () => true,
  run: (room) => show(room, -1),
};

function show({ state }: Room, step: 1 | -1): void {
  const { view, name } = viewBeside(state.paint.get(), step);
  state.paint.set(view);
  state.announced.set(`View: ${name}`);
}

/** Who listens to the text hears all marks then. */
export const MARK_WHOLE_TEXT: Command = {
  id: 'whole-text',
  keys: ['m'],
  words: 'Draw all marks at once, for screen readers and the browser’s own search',
  group: 'view',
  when: () => true,
  run: ({ settings: { wholeText }, state }) => {
    wholeText.set(!wholeText.get());
    state.announced.set(
      wholeText.get() ? 'All marks are drawn' : 'Marks are drawn near the window only',
    );
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

export const VIEW_COMMANDS: readonly Command[] = [
  NEXT_VIEW,
  PREVIOUS_VIEW,
  MARK_WHOLE_TEXT,
  GO_BACK,
];

function goBack(room: Room): void {
  if (closeInMargin(room)) return;
  document.getSelection()?.removeAllRanges();
  room.state.cursor.set(null);
}
