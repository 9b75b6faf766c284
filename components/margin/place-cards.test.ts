import fc from 'fast-check';
import { expect, test } from 'vitest';
import { REACH, STACK_HEIGHT } from './card-flow.ts';
import { covered, type Placed, type Placing, placeCards } from './place-cards.ts';

const card = (anchor: number, height: number, more: Partial<Placed> = {}): Placed => ({
  anchor,
  height,
  rest: height,
  fixed: false,
  stays: null,
  held: false,
  ...more,
});
const tally = (anchor: number): Placed => card(anchor, 30, { fixed: true });
const open = (anchor: number, height: number, rest: number | null = null): Placed =>
  card(anchor, height, { rest, held: true });
const topsOf = (items: readonly Placed[]): Placing['tops'] => placeCards(items).tops;

test('cards with room stand at their anchors', () => {
  expect(topsOf([card(0, 50), card(100, 60), card(300, 80)])).toEqual([0, 100, 300]);
});

test('a card that would overlap is pushed down', () => {
  expect(topsOf([card(0, 50), card(20, 60), card(300, 80)])).toEqual([0, 60, 300]);
});

test('[G3] the open card stands at its anchor and those before it move up', () => {
  expect(topsOf([card(200, 50), open(220, 60, 60), card(230, 80)])).toEqual([160, 220, 330]);
});

test('[G3] the open card stands at its anchor even where those before it have no room', () => {
  expect(topsOf([card(0, 50), open(20, 60, 60)])).toEqual([-40, 20]);
});

test('[G3] a crowd folds into one line behind the card in its way', () => {
  const crowd = [card(0, 200), card(10, 100), card(20, 100), card(30, 100), card(900, 50)];
  expect(placeCards(crowd)).toEqual({
    tops: [0, null, null, null, 900],
    stacks: [{ top: 210, members: [1, 2, 3] }],
  });
});

test('[G3] behind a tall card one line takes all that lie beside it: a line for each would drive the next further off', () => {
  const beside = Array.from({ length: 20 }, (_, at) => card(20 + at * 20, 100));
  const { stacks, tops } = placeCards([card(0, 600), ...beside, card(800, 100)]);
  expect(stacks).toEqual([{ top: 610, members: beside.map((_, at) => at + 1) }]);
  expect(tops.at(-1)).toBe(800);
});

test('[G4] a new card takes the gap at its anchor, and moves nothing that stays', () => {
  const items = [card(0, 80, { stays: 0 }), card(100, 60), card(200, 80, { stays: 200 })];
  expect(topsOf(items)).toEqual([0, 100, 200]);
});

test('[G4] a new card without a gap joins a stack, in the next place that holds its line', () => {
  const items = [card(0, 80, { stays: 0 }), card(20, 60), card(100, 80, { stays: 100 })];
  expect(placeCards(items)).toEqual({
    tops: [0, null, 100],
    stacks: [{ top: 190, members: [1] }],
  });
});

test('[G2] what stays gives way to a neighbour that has grown; what is held does not', () => {
  const items = (held: boolean): Placed[] => [
    card(0, 120, { stays: 0 }),
    card(100, 80, { stays: 100, held }),
  ];
  expect(topsOf(items(false))).toEqual([0, 130]);
  expect(topsOf(items(true))).toEqual([-30, 100]);
});

test('a list opens below its tally, which stays', () => {
  expect(topsOf([tally(0), tally(200), open(200, 300)])).toEqual([0, 200, 230]);
});

test('a card that opens leaves the tallies below where they are, and covers them', () => {
  const items = [tally(0), open(0, 400, 60), tally(150), card(320, 60), tally(700)];
  const placing = placeCards(items);
  expect(placing.tops).toEqual([0, 30, 150, 440, 700]);
  expect(covered(items, placing)).toEqual([false, false, true, false, false]);
  const stacks = [{ top: 690, members: [3] }];
  expect(covered(items, { tops: placing.tops, stacks })).toEqual([false, false, true, false, true]);
});

test('cards that move up pass the tally of the open one', () => {
  expect(topsOf([card(150, 80), tally(200), open(200, 300)])).toEqual([110, 200, 230]);
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
      .map(([at, height, rest, fixed]) => (fixed ? tally(at) : card(at, height, { rest }))),
  )
  .chain((items) =>
    fc.record({ items: fc.constant(items), active: fc.nat({ max: items.length - 1 }) }),
  );

const holding = (items: readonly Placed[], active: number): Placed[] =>
  items.map((item, at) => ({ ...item, held: at === active }));

/** Cards and the lines of stacks, from top to bottom. */
function standing(items: readonly Placed[], { tops, stacks }: Placing): [number, number][] {
  const cards = items.flatMap((item, at): [number, number][] => {
    const top = tops[at] ?? null;
    return item.fixed || top === null ? [] : [[top, item.height]];
  });
  const lines = stacks.map(({ top }): [number, number] => [top, STACK_HEIGHT]);
  return [...cards, ...lines].sort((a, b) => a[0] - b[0]);
}

function expectNoOverlap(boxes: readonly [number, number][]): void {
  for (let at = 1; at < boxes.length; at += 1)
    expect(boxes[at]![0]).toBeGreaterThanOrEqual(boxes[at - 1]![0] + boxes[at - 1]![1]);
}

function expectNear(items: readonly Placed[], { tops }: Placing): void {
  items.forEach(({ fixed, held, anchor }, at) => {
    const top = tops[at] ?? null;
    if (!fixed && !held && top !== null) expect(Math.abs(top - anchor)).toBeLessThanOrEqual(REACH);
  });
}

test('[G3] at rest nothing overlaps, none stands beyond 160 px unfolded, and nothing is lost', () => {
  fc.assert(
    fc.property(column, ({ items }) => {
      const atRest = items.map((item) => ({ ...item, height: item.rest! }));
      const placing = placeCards(atRest);
      expectNoOverlap(standing(atRest, placing));
      expectNear(atRest, placing);
      const folded = placing.stacks.flatMap(({ members }) => members);
      const unfolded = [...items.keys()].filter((at) => placing.tops[at] !== null);
      expect([...folded, ...unfolded].sort((a, b) => a - b)).toEqual([...items.keys()]);
    }),
  );
});

test('[G3] with one open nothing overlaps, it stands at its anchor or below the tally there', () => {
  fc.assert(
    fc.property(column, ({ items, active }) => {
      fc.pre(!items[active]!.fixed);
      const held = holding(items, active);
      const placing = placeCards(held);
      const { anchor } = items[active]!;
      const top = placing.tops[active]!;
      expect(top).toBeGreaterThanOrEqual(anchor);
      expect(top - anchor).toBeLessThanOrEqual(30);
      expectNoOverlap(standing(held, placing));
      expectNear(held, placing);
    }),
  );
});

test('[G2] [G4] a card that comes moves nothing that is looked at, and the held one stays', () => {
  fc.assert(
    fc.property(column, fc.nat(5000), fc.nat(400), ({ items, active }, anchor, height) => {
      const atRest = items.map((item) => ({ ...item, height: item.rest! }));
      fc.pre(!atRest[active]!.fixed);
      const before = placeCards(holding(atRest, active)).tops;
      const staying = holding(atRest, active).map((item, at) => ({
        ...item,
        stays: before[at] ?? null,
      }));
      const at = staying.filter((item) => item.anchor <= anchor).length;
      const after = placeCards(staying.toSpliced(at, 0, card(anchor, height + 1)));
      before.forEach((top, index) => {
        if (top !== null && !items[index]!.fixed)
          expect(after.tops[index < at ? index : index + 1]).toBe(top);
      });
    }),
  );
});

test('no tally is above its paragraph, and none goes further from it when a card opens', () => {
  fc.assert(
    fc.property(column, ({ items, active }) => {
      fc.pre(!items[active]!.fixed);
      const [rest, tops] = [topsOf(holding(items, -1).map(closed)), topsOf(holding(items, active))];
      items.forEach(({ fixed, anchor }, at) => {
        if (!fixed) return;
        expect(tops[at]).toBeGreaterThanOrEqual(anchor);
        expect(tops[at]).toBeLessThanOrEqual(rest[at]!);
      });
    }),
  );
});

const closed = (item: Placed): Placed => ({ ...item, height: item.rest ?? item.height });
