import { type Entry, flow, GAP, pushUp, STACK_HEIGHT, type Unit } from './card-flow.ts';

/** One child of a column beside the text, in the order of the text. All in px. */
export interface Placed {
  /** Where it would like to begin. */
  anchor: number;
  height: number;
  /** How tall it is while nothing is open; null when it is only there because it is open. */
  rest: number | null;
  /** A tally: belongs to its paragraph, gives way to no card and is never folded. */
  fixed: boolean;
  /** Where it stands and is looked at: what others do leaves it there. */
  stays: number | null;
  /** It is open, or has the pointer or the focus: never moved for another, never folded. */
  held: boolean;
}

/** Cards that have no room near their words, as one line. */
interface Stack {
  top: number;
  /** Indexes, in the order of the text. */
  members: readonly number[];
}

export interface Placing {
  /** Null for what lies in a stack. */
  tops: readonly (number | null)[];
  stacks: readonly Stack[];
}

/**
 * Where everything stands (px). At rest each at its anchor, or pushed down by the one before; a card that would stand more than
 * `REACH` from its anchor is folded, with its neighbours of the same fate, into a stack right behind the one in its way. The held
 * one stands where it stays, a newly opened one at its anchor, right below the tally of the same line; cards before it move up,
 * those after it down. Tallies stay where they were: what then lies on one covers it (`covered`). What stays moves only when
 * something that stays has grown into it; what is new gets a gap that holds it, else goes to a stack.
 */
export function placeCards(items: readonly Placed[]): Placing {
  const resting = flow(
    items.flatMap((item, index) =>
      item.rest === null ? [] : entryOf({ ...item, held: false, height: item.rest }, index),
    ),
  );
  const first = items.findIndex(({ held }) => held);
  if (first === -1) return placingOf(items, resting);
  const rest = placingOf(items, resting).tops;
  const tops = items.map((item, at) => (item.fixed ? (rest[at] ?? item.anchor) : null));
  const own = shownTally(items, first);
  const anchorOf = (index: number): number => items[index]?.anchor ?? 0;
  if (own !== -1) tops[own] = anchorOf(own);
  const wanted = items.map((item, at) => (item.held ? heldTop(items, at) : rest[at]));
  const cards = items.flatMap((item, index) =>
    item.fixed ? [] : entryOf(item, index, wanted[index] ?? undefined),
  );
  const limit = tops[own] ?? wanted[first] ?? 0;
  const floor = items[first]?.stays === null ? Infinity : limit;
  const above = flow(
    cards.filter(({ index }) => index < first),
    floor,
  );
  const carried = stackBelow(above, limit, items);
  const below = cards.filter(({ index }) => index === first || carried.includes(index));
  const units = [
    ...pushUp(
      above.filter(({ members }) => members !== carried),
      limit,
      anchorOf,
    ),
    ...flow([
      ...below.toSorted((a, b) => Number(b.held) - Number(a.held)),
      ...cards.filter(({ index }) => index > first),
    ]),
  ];
  const placed = placingOf(items, units);
  return { ...placed, tops: tops.map((top, at) => top ?? placed.tops[at] ?? null) };
}

/** Which tallies lie under a card or a stack. */
export function covered(items: readonly Placed[], { tops, stacks }: Placing): boolean[] {
  const cards = items.flatMap(({ fixed, height }, at) => {
    const top = tops[at] ?? null;
    return fixed || top === null ? [] : [{ top, height }];
  });
  const over = [...cards, ...stacks.map(({ top }) => ({ top, height: STACK_HEIGHT }))];
  return items.map((tally, at) => {
    const begin = tops[at] ?? 0;
    const end = begin + tally.height;
    return tally.fixed && over.some(({ top, height }) => top < end && top + height > begin);
  });
}

function entryOf(item: Placed, index: number, wanted?: number): Entry {
  const { anchor, height, fixed, held, stays } = item;
  return {
    index,
    anchor,
    height,
    wanted: stays ?? wanted ?? anchor,
    stays: stays !== null,
    held,
    folds: !fixed && !held,
  };
}

/** Where it stands already; else at its anchor, below the tally of its line. */
function heldTop(items: readonly Placed[], at: number): number {
  const { anchor = 0, stays = null } = items[at] ?? {};
  const tally = items[ownTally(items, at)];
  return stays ?? (tally === undefined ? anchor : tally.anchor + tally.height);
}

/** The tally in the line of a card; -1 when there is none. */
function ownTally(items: readonly Placed[], at: number): number {
  const anchor = items[at]?.anchor ?? 0;
  return items.findLastIndex(
    (item, index) => index < at && item.fixed && item.anchor + item.height > anchor,
  );
}

/** As `ownTally`, but not one that came while the card stood there: nothing makes way for that. */
function shownTally(items: readonly Placed[], at: number): number {
  const own = ownTally(items, at);
  return items[at]?.stays === null || items[own]?.stays !== null ? own : -1;
}

/** The stack that would push what stays out of its place: it goes below what is held. */
function stackBelow(
  units: readonly Unit[],
  limit: number,
  items: readonly Placed[],
): readonly number[] {
  const last = units.at(-1);
  const isLow = last?.isStack === true && last.top + last.height + GAP > limit;
  const pushes = units.some(({ members }) => members.some((at) => items[at]?.stays !== null));
  return isLow && pushes ? last.members : [];
}

function placingOf(items: readonly Placed[], units: readonly Unit[]): Placing {
  const tops: (number | null)[] = items.map(({ fixed, anchor }) => (fixed ? anchor : null));
  const stacks: Stack[] = [];
  for (const { top, members, isStack } of units) {
    if (isStack) stacks.push({ top, members });
    else for (const index of members) tops[index] = top;
  }
  return { tops, stacks };
}
