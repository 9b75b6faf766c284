import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholePercents } from './whole-percents.ts';

describe('wholePercents', () => {
  it('gives the missing points to the largest remainders', () => {
    expect(wholePercents([1, 1, 1])).toEqual([34, 33, 33]);
    expect(wholePercents([3, 3, 2])).toEqual([38, 37, 25]);
    expect(wholePercents([1, 1, 6])).toEqual([13, 12, 75]);
  });

  it('is nothing of nothing', () => {
    expect(wholePercents([0, 0, 0])).toEqual([0, 0, 0]);
    expect(wholePercents([])).toEqual([]);
  });

  it('always adds up to 100, each within one of its share, none for nothing', () => {
    const counts = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(counts, (numbers) => {
        const sum = numbers.reduce((total, number) => total + number, 0);
        fc.pre(sum > 0);
        const percents = wholePercents(numbers);
        expect(percents.reduce((total, percent) => total + percent, 0)).toBe(100);
        percents.forEach((percent, index) => {
          const share = ((numbers[index] ?? 0) * 100) / sum;
          expect(Math.abs(percent - share)).toBeLessThan(1);
          if (share === 0) expect(percent).toBe(0);
        });
      }),
    );
  });
});
