import { expect, test } from 'vitest';
import { type EndMove, movedEnd } from './moved-end.ts';
import { readTextOf } from './read-text-fixture.ts';

const reading = readTextOf('One two three.', 'Four 🐎 five.');
const { text } = reading;

const word = (end: EndMove['end'], step: EndMove['step']): EndMove => ({ end, by: 'word', step });
const letter = (end: EndMove['end'], step: EndMove['step']): EndMove => ({
  end,
  by: 'character',
  step,
});

test.each([
  ['One', [word('end', 1)], 'One two'],
  ['two three', [word('end', -1)], 'two'],
  ['two', [word('end', -1)], 'two'],
  ['two', [word('start', -1)], 'One two'],
  ['One two', [word('start', 1)], 'two'],
  ['two', [word('end', 1), word('end', 1)], 'two three.'],
  ['two', [word('end', 1), word('end', 1), word('end', 1)], 'two three.\nFour'],
  ['Four', [word('start', -1)], 'three.\nFour'],
  ['One', [word('start', -1)], 'One'],
  ['two', [letter('end', 1), letter('start', 1)], 'wo '],
  ['Four ', [letter('end', 1)], 'Four 🐎'],
  ['Four 🐎', [letter('end', -1)], 'Four '],
  ['five.', [letter('end', 1)], 'five.'],
])('[M6] the ends of “%s” move by %j to “%s”', (words, moves, moved) => {
  const start = text.indexOf(words);
  const end = moves.reduce((now, move) => movedEnd(reading, now, move), {
    start,
    end: start + words.length,
  });
  expect(text.slice(end.start, end.end)).toBe(moved);
});
