import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '#lib/article/document.ts';
import type { Passage } from '#lib/insight/insight.ts';
import { stretchesOf } from './stretches.ts';

const sentences: [number, number][] = Array.from({ length: 10 }, (_, index) => [
  index * 10,
  index * 10 + 9,
]);
const blocks: Block[] = [{ start: 0, end: 99, kind: 'paragraph', sentences }];
const passage = (start: number, end: number, members: number): Passage => ({
  start,
  end,
  members,
  tags: {},
});

describe('stretchesOf', () => {
  it('shows the passage that most members marked, in every stretch it reaches', () => {
    const [wide, busy] = [passage(5, 25, 2), passage(30, 39, 7)];
    const found = stretchesOf(blocks, [wide, busy], 10).map(({ busiest }) => busiest?.members ?? 0);
    expect(found).toEqual([2, 2, 2, 7, 0, 0, 0, 0, 0, 0]);
  });

  it('joins sentences evenly when there are more than bars', () => {
    const joined = stretchesOf(blocks, [passage(0, 9, 1), passage(10, 19, 3)], 4);
    expect(joined.map(({ start, end }) => [start, end])).toEqual([
      [0, 29],
      [30, 59],
      [60, 89],
      [90, 99],
    ]);
    expect(joined[0]?.busiest?.members).toBe(3);
  });

  it('never makes more than asked, and covers every sentence once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (most) => {
        const stretches = stretchesOf(blocks, [], most);
        expect(stretches.length).toBeLessThanOrEqual(most);
        expect([stretches[0]?.start, stretches.at(-1)?.end]).toEqual([0, 99]);
      }),
    );
  });

  it('is empty for a text without sentences', () => {
    expect(stretchesOf([], [], 48)).toEqual([]);
  });
});
