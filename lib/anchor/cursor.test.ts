import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CursorMove, cursorAt, grownCursor, movedCursor, type TextCursor } from './cursor.ts';
import { readTextOf } from './read-text-fixture.ts';

const reading = readTextOf(
  'First one here. “Second,” he said.',
  'Third alone.',
  'Fourth now. Fifth last.',
);
const { text, blocks } = reading;
const said = ({ start, end }: TextCursor): string => text.slice(start, end);
const at = (words: string): TextCursor => cursorAt(blocks, text.indexOf(words))!;

const MOVES = {
  '→': { by: 'word', step: 1 },
  '←': { by: 'word', step: -1 },
  '↓': { by: 'sentence', step: 1 },
  '↑': { by: 'sentence', step: -1 },
  '⇓': { by: 'paragraph', step: 1 },
  '⇑': { by: 'paragraph', step: -1 },
  Home: { to: 'first', of: 'paragraph' },
  End: { to: 'last', of: 'paragraph' },
  Top: { to: 'first', of: 'text' },
  Bottom: { to: 'last', of: 'text' },
} as const satisfies Record<string, CursorMove>;

/** Keys parted by spaces; with + before it, a key extends. */
function press(cursor: TextCursor, keys: string): string {
  const end = keys.split(' ').reduce((now, key) => {
    const name = key.replace('+', '') as keyof typeof MOVES;
    return movedCursor(reading, now, MOVES[name], key.startsWith('+'));
  }, cursor);
  return said(end);
}

test.each([
  ['First', '↓', '“Second,” he said.'],
  ['First', '↓ ↓', 'Third alone.'],
  ['First', '↑', 'First one here.'],
  ['Fifth', '↓', 'Fifth last.'],
  ['Fourth', '↑ ↑', '“Second,” he said.'],
  ['“Second', '→', 'Second'],
  ['“Second', '→ →', 'he'],
  ['“Second', '→ → ↓', 'Third alone.'],
  ['Third', '←', 'said'],
  ['Third', '← →', 'Third'],
  ['First', '⇓', 'Third alone.'],
  ['First', '⇓ ⇓', 'Fourth now. Fifth last.'],
  ['First', '⇓ ⇓ ↓', 'Fourth now.'],
  ['Fifth', '⇑', 'Third alone.'],
  ['Fifth', 'Home', 'Fourth now.'],
  ['First', 'End', '“Second,” he said.'],
  ['Third', 'Bottom', 'Fifth last.'],
  ['Third', 'Top', 'First one here.'],
])('[X2] from %s, %s goes to “%s”', (from, keys, to) => {
  expect(press(at(from), keys)).toBe(to);
});

test.each([
  ['First', '+↓', 'First one here. “Second,” he said.'],
  ['First', '+↓ +↑', 'First one here.'],
  ['Third', '+↑', '“Second,” he said.\nThird alone.'],
  ['Third', '+↑ +↓ +↓', 'Third alone.\nFourth now.'],
  ['Third', '→ +→', 'Third alone'],
  ['Third', '+Bottom', 'Third alone.\nFourth now. Fifth last.'],
  ['Third', '+Bottom ↑', 'Fourth now.'],
])('[X1] from %s, %s covers “%s”', (from, keys, covered) => {
  expect(press(at(from), keys)).toBe(covered);
});

test('[M2] grows to the sentence, then to the paragraph', () => {
  const word = movedCursor(reading, at('Fifth'), MOVES['→'], false);
  const sentence = grownCursor(reading, word);
  expect([said(word), said(sentence), said(grownCursor(reading, sentence))]).toEqual([
    'Fifth',
    'Fifth last.',
    'Fourth now. Fifth last.',
  ]);
});

test('[X1] begins at the sentence of an offset, else at the next', () => {
  expect(said(cursorAt(blocks, text.indexOf('\nThird'))!)).toBe('Third alone.');
  expect(said(cursorAt(blocks, text.length)!)).toBe('Fifth last.');
  expect(cursorAt([], 0)).toBeNull();
});

test('[X1] wherever it goes, it covers its two ends and lies in the text', () => {
  const keys = fc.constantFrom(...Object.values(MOVES));
  fc.assert(
    fc.property(fc.array(fc.tuple(keys, fc.boolean())), (moves) => {
      const end = moves.reduce(
        (now, [move, keeps]) => movedCursor(reading, now, move, keeps),
        at('Third'),
      );
      expect(end.start).toBe(Math.min(end.anchor.start, end.head.start));
      expect(end.end).toBe(Math.max(end.anchor.end, end.head.end));
      expect(said(end).trim()).not.toBe('');
    }),
  );
});
