import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coveredLength } from './covered-length.ts';

const range = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 9 }))
  .map(([start, length]) => ({ start, end: start + length }));

test('counts each character that lies in any of the ranges once', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 12 }), (ranges) => {
      const within = (at: number): boolean =>
        ranges.some(({ start, end }) => start <= at && at < end);
      expect(coveredLength(ranges)).toBe([...Array(40).keys()].filter(within).length);
    }),
  );
});
