import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codePointsOf, utf16Of } from './code-points.ts';

test('an emoji is two units and one code point', () => {
  expect(codePointsOf('a😀b', 3)).toBe(2);
  expect(utf16Of('a😀b', 2)).toBe(3);
});

test('inside a pair counts as its start, beyond the text as its end', () => {
  expect(codePointsOf('a😀b', 2)).toBe(1);
  expect(utf16Of('a😀b', 9)).toBe(4);
});

test('there and back is the same for every character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const points = Array.from(text);
      for (let count = 0; count <= points.length; count += 1) {
        const offset = points.slice(0, count).join('').length;
        expect(utf16Of(text, count)).toBe(offset);
        expect(codePointsOf(text, offset)).toBe(count);
      }
    }),
  );
});
