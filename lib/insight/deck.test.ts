import { expect, test } from 'vitest';
import type { ContestedSentence } from './contested-sentences.ts';
import { begun, cardsOf, type DeckMove, moved, NEW_DECK } from './deck.ts';

const card = (start: number): ContestedSentence => ({
  sentence: { start, end: start + 9 },
  passage: { start, end: start + 5, members: 2, tags: { fact: 1, opinion: 1 } },
});
const [a, b, c] = [card(0), card(10), card(20)];

test('[IW1] what was shown keeps its place, what was not goes as it ranks now', () => {
  const first = begun(NEW_DECK, [a, b, c]);
  expect(cardsOf(first, [c, b, a])).toEqual([a, c, b]);
  const second = moved(first, [c, b, a], 'next');
  expect(cardsOf(second, [b, a, c])).toEqual([a, c, b]);
  expect(second.at).toBe(1);
});

test('[IW1] nothing but a move changes what is on', () => {
  const first = begun(NEW_DECK, [a, b]);
  expect(begun(first, [b, a])).toBe(first);
  expect(cardsOf(first, [])).toEqual([a]);
  expect(begun(NEW_DECK, [])).toBe(NEW_DECK);
});

test('[IW1] it goes on and back, to the first and the last, and stays at its ends', () => {
  const ranked = [a, b, c];
  const go = (moves: DeckMove[]): number =>
    moves.reduce((deck, move) => moved(deck, ranked, move), begun(NEW_DECK, ranked)).at;
  expect(go(['next', 'next', 'next'])).toBe(2);
  expect(go(['previous'])).toBe(0);
  expect(go(['last', 'previous'])).toBe(1);
  expect(go(['last', 'first'])).toBe(0);
  expect(moved(NEW_DECK, [], 'last')).toBe(NEW_DECK);
});
