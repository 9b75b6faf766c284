import { expect, test } from 'vitest';
import { trimRange } from './snap-to-words.ts';

test.each([
  ['one two three', 3, 8, { start: 4, end: 7 }],
  ['one two three', 4, 7, { start: 4, end: 7 }],
  ['one\u00a0\n two', 0, 6, { start: 0, end: 3 }],
  ['one   two', 3, 6, null],
  ['one', 1, 1, null],
])('%j from %i to %i', (text, start, end, trimmed) => {
  expect(trimRange(text, start, end)).toEqual(trimmed);
});
