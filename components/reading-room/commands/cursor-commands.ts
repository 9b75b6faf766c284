import { type CursorMove, grownCursor, movedCursor, type TextCursor } from '#lib/anchor/cursor.ts';
import { growToSentences } from '#lib/anchor/grow.ts';
import { selectStretch } from '#lib/client/select-stretch.ts';
import { openIn } from '../open-in-margin.ts';
import { passageInHand } from '../passage-in-hand.ts';
import type { Room } from '../room.ts';
import { showOffset } from '../scroll-to-passage.ts';
import { cursorWhereIRead } from '../use-cursor.ts';
import type { Command } from './command.ts';

const MOVES: readonly [id: string, keys: readonly string[], words: string, move: CursorMove][] = [
  ['next-sentence', ['ArrowDown'], 'Next sentence', { by: 'sentence', step: 1 }],
  ['previous-sentence', ['ArrowUp'], 'Previous sentence', { by: 'sentence', step: -1 }],
  ['next-word', ['ArrowRight'], 'Next word', { by: 'word', step: 1 }],
  ['previous-word', ['ArrowLeft'], 'Previous word', { by: 'word', step: -1 }],
  [
    'next-paragraph',
    ['Alt+ArrowDown', 'Mod+ArrowDown'],
    'Next paragraph',
    { by: 'paragraph', step: 1 },
  ],
  [
    'previous-paragraph',
    ['Alt+ArrowUp', 'Mod+ArrowUp'],
    'Previous paragraph',
    { by: 'paragraph', step: -1 },
  ],
  [
    'paragraph-start',
    ['Home'],
    'First sentence of the paragraph',
    { to: 'first', of: 'paragraph' },
  ],
  ['paragraph-end', ['End'], 'Last sentence of the paragraph', { to: 'last', of: 'paragraph' }],
  ['text-start', ['Mod+Home'], 'First sentence of the text', { to: 'first', of: 'text' }],
  ['text-end', ['Mod+End'], 'Last sentence of the text', { to: 'last', of: 'text' }],
];

/** With Shift each of them extends what the cursor covers. */
const MOVE_COMMANDS = MOVES.map(([id, keys, words, move]): Command => ({
  id,
  keys: [...keys, ...keys.map((key) => `Shift+${key}`)],
  words,
  group: 'move',
  when: isInText,
  run(room, event) {
    const { page, state } = room;
    const cursor = state.cursor.get();
    if (cursor === null) return;
    const extend = event?.shiftKey === true;
    goTo(room, movedCursor(page, cursor, move, extend), extend);
  },
}));

const OPEN_HERE: Command = {
  id: 'open-here',
  keys: ['Enter'],
  words: 'Open what is marked here; again: the next of it',
  group: 'move',
  when: isInText,
  run(room) {
    const cursor = room.state.cursor.get();
    if (cursor !== null) openIn(room, cursor);
  },
};

const INTO_TEXT: Command = {
  id: 'into-text',
  keys: ['j'],
  words: 'Go into the text, to the sentence you are reading',
  group: 'move',
  when: ({ state }) => state.article.get() !== null,
  run(room) {
    const { article, cursor } = room.state;
    const here = cursor.get() ?? cursorWhereIRead(room);
    article.get()?.focus({ preventScroll: true });
    if (here !== null) goTo(room, here, false);
  },
};

/** What is selected or the cursor covers, to the sentence; again, to the paragraph. */
export const GROW: Command = {
  id: 'grow',
  keys: ['s'],
  words: 'Grow to the sentence, then to the paragraph',
  group: 'mark',
  when: (room) => passageInHand(room) !== null,
  run(room) {
    const { page, state } = room;
    const selection = state.selection.get();
    const cursor = state.cursor.get();
    if (selection !== null) {
      const grown = growToSentences(page.blocks, selection);
      const article = state.article.get();
      state.selection.set(grown);
      if (article !== null) selectStretch(article, grown);
    } else if (cursor !== null) goTo(room, grownCursor(page, cursor), true);
  },
};

export const CURSOR_COMMANDS: readonly Command[] = [...MOVE_COMMANDS, OPEN_HERE, INTO_TEXT];

/** The text has the focus and the cursor shows; otherwise these keys are the browser's. */
function isInText({ state }: Room): boolean {
  return state.cursor.get() !== null && document.activeElement === state.article.get();
}

/** Says what the cursor has come to, or all of what it covers now. */
function goTo(room: Room, cursor: TextCursor, covers: boolean): void {
  const { page, state } = room;
  const { start, end } = cursor.head;
  state.cursor.set(cursor);
  const words = page.text.slice(start, end);
  state.announced.set(covers ? `${words} Selected.` : words);
  showOffset(room, start);
}
