import fc from 'fast-check';
import { expect, test } from 'vitest';
import { covered, type Placed, placeCards } from './place-cards.ts';

const card = (anchor: number, height: number, rest: number | null = height): Placed => ({
  anchor,
  height,
  rest,
  fixed: false,
});
const tally = (anchor: number): Placed => ({ anchor, height: 30, rest: 30, fixed: true });

test('cards with room stand at their anchors', () => {
  expect(placeCards([card(0, 50), card(100, 60), card(300, 80)])).toEqual([0, 100, 300]);
});

test('a card that would overlap is pushed down', () => {
  expect(placeCards([card(0, 50), card(20, 60), card(300, 80)])).toEqual([0, 60, 300]);
});

test('the active card stands at its anchor and those before it move up', () => {
  const cards = [card(200, 50), card(220, 60), card(230, 80)];
  expect(placeCards(cards, 1)).toEqual([160, 220, 330]);
});

test('the active card stands at its anchor even where those before it have no room', () => {
  expect(placeCards([card(0, 50), card(20, 60)], 1)).toEqual([-40, 20]);
});

test('an active card that is not there changes nothing', () => {
  const cards = [card(0, 50), card(20, 60)];
  expect(placeCards(cards, 7)).toEqual(placeCards(cards));
});

test('a list opens below its tally, which stays', () => {
  const items = [tally(0), tally(200), card(200, 300, null)];
  expect(placeCards(items)).toEqual([0, 200, 200]);
  expect(placeCards(items, 2)).toEqual([0, 200, 230]);
});

test('a card that opens leaves the tallies below where they are, and covers them', () => {
  const items = [tally(0), card(0, 400, 60), tally(150), card(150, 60), tally(700)];
  const tops = placeCards(items, 1);
  expect(tops).toEqual([0, 30, 150, 440, 700]);
  expect(covered(items, tops)).toEqual([false, false, true, false, false]);
});

test('cards that move up pass the tally of the open one', () => {
  expect(placeCards([card(150, 80), tally(200), card(200, 300, null)], 2)).toEqual([110, 200, 230]);
});

const column = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 5000 }),
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 1, max: 400 }),
      fc.boolean(),
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((items) =>
    items
      .sort((a, b) => a[0] - b[0])
      .map(([at, height, rest, fixed]) => (fixed ? tally(at) : card(at, height, rest))),
  )
  .chain((items) =>
    fc.record({ items: fc.constant(items), active: fc.nat({ max: items.length - 1 }) }),
  );

test('at rest nothing overlaps and nothing leaves the column', () => {
  fc.assert(
    fc.property(column, ({ items }) => {
      const tops = placeCards(items);
      expect(tops[0]).toBeGreaterThanOrEqual(0);
      for (let at = 1; at < tops.length; at += 1)
        expect(tops[at]).toBeGreaterThanOrEqual(tops[at - 1]! + items[at - 1]!.rest!);
    }),
  );
});

test('with one open no two cards overlap, it stands at its anchor or below the tally there', () => {
  fc.assert(
    fc.property(column, ({ items, active }) => {
      fc.pre(!items[active]!.fixed);
      const tops = placeCards(items, active);
      const { anchor } = items[active]!;
      expect(tops[active]).toBeGreaterThanOrEqual(anchor);
      expect(tops[active]! - anchor).toBeLessThanOrEqual(30);
      const cards = items.flatMap((item, at) =>
        item.fixed ? [] : [[tops[at]!, item.height] as const],
      );
      for (let at = 1; at < cards.length; at += 1)
        expect(cards[at]![0]).toBeGreaterThanOrEqual(cards[at - 1]![0] + cards[at - 1]![1]);
    }),
  );
});

test('no tally is above its paragraph, and none goes further from it when a card opens', () => {
  fc.assert(
    fc.property(column, ({ items, active }) => {
      fc.pre(!items[active]!.fixed);
      const [rest, tops] = [placeCards(items), placeCards(items, active)];
      items.forEach(({ fixed, anchor }, at) => {
        if (!fixed) return;
        expect(tops[at]).toBeGreaterThanOrEqual(anchor);
        expect(tops[at]).toBeLessThanOrEqual(rest[at]!);
      });
    }),
  );
});
