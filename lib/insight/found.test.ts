import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folded, foundIn } from './found.ts';

const whereIn = (text: string, words: string): string[] =>
  foundIn(folded(text), words).map(({ start, end }) => text.slice(start, end));

test('[F5] case, accents, quotes and kinds of space do not matter', () => {
  expect(whereIn('Café au\u00a0lait, cafe AU lait', 'CAFÉ au lait')).toEqual([
    'Café au\u00a0lait',
    'cafe AU lait',
  ]);
  expect(whereIn('He said it’s “so”.', 'it\'s "so"')).toEqual(['it’s “so”']);
});

test('[F5] folding keeps every offset', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(folded(text)).toHaveLength(text.length);
    }),
  );
});

test('[F5] a stretch of the text is found where it stands, and nothing is found for no words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (text, from, length) => {
      const words = text.slice(from, from + length);
      if (folded(words.normalize('NFC')).trim() !== folded(words)) return;
      const found = foundIn(folded(text), words);
      expect(found.length > 0).toBe(words !== '');
    }),
  );
  expect(foundIn('some words', '  ')).toEqual([]);
  expect(foundIn('aaaa', 'aa')).toHaveLength(2);
  expect(foundIn('aaaa', 'a', 3)).toHaveLength(3);
});
