import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeCards } from './place-cards.ts';

test('cards with room stand at their anchors', () => {
  expect(placeCards([0, 100, 300], [50, 60, 80])).toEqual([0, 100, 300]);
});

test('a card that would overlap is pushed down', () => {
  expect(placeCards([0, 20, 300], [50, 60, 80])).toEqual([0, 60, 300]);
});

test('the active card stands at its anchor and those before it move up', () => {
  expect(placeCards([200, 220, 230], [50, 60, 80], 1)).toEqual([160, 220, 290]);
});

test('the active card stands at its anchor even where those before it have no room', () => {
  expect(placeCards([0, 20], [50, 60], 1)).toEqual([-40, 20]);
});

test('an active card that is not there changes nothing', () => {
  expect(placeCards([0, 20], [50, 60], 7)).toEqual(placeCards([0, 20], [50, 60]));
});

const column = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 400 })), {
    maxLength: 40,
  })
  .map((cards) => cards.sort((a, b) => a[0] - b[0]))
  .chain((cards) =>
    fc.record({
      anchors: fc.constant(cards.map(([anchor]) => anchor)),
      heights: fc.constant(cards.map(([, height]) => height)),
      active: fc.option(fc.nat({ max: Math.max(0, cards.length - 1) })),
    }),
  );

test('no two cards ever overlap, and without an active one none leaves the column', () => {
  fc.assert(
    fc.property(column, ({ anchors, heights, active }) => {
      const tops = placeCards(anchors, heights, active);
      if (active === null) expect(tops.every((top) => top >= 0)).toBe(true);
      for (let index = 1; index < tops.length; index += 1)
        expect(tops[index]).toBeGreaterThanOrEqual(tops[index - 1]! + heights[index - 1]!);
    }),
  );
});

test('the active card is always at its anchor', () => {
  fc.assert(
    fc.property(column, ({ anchors, heights, active }) => {
      if (active === null || anchors.length === 0) return;
      expect(placeCards(anchors, heights, active)[active]).toBe(anchors[active]);
    }),
  );
});
