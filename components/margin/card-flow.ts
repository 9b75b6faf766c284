/** Space between two neighbours, in px. */
export const GAP = 10;
/** How far from its words a card may stand. Px. */
export const REACH = 160;
/** How tall the line of a stack is, as in `stack-line.module.css`. Px. */
export const STACK_HEIGHT = 36;

/** A child of the column on its way to a place. All in px. */
export interface Entry {
  /** Which of the column's items. */
  index: number;
  anchor: number;
  height: number;
  /** Where it begins when nothing is in its way. */
  wanted: number;
  /** It stands there already and is looked at. */
  stays: boolean;
  /** It is not moved for what stands before it. */
  held: boolean;
  /** It may lie in a stack. */
  folds: boolean;
}

/** What has a place of its own: one card or tally, or the line of a stack. */
export interface Unit {
  top: number;
  height: number;
  members: number[];
  isStack: boolean;
}

/**
 * One walk downwards: each begins where it wants to, or below the one before. Who would then stand too far from its words, or
 * reach into what stays or is held, is folded; the stack stands in the next gap that holds its line. `floor`: below it nothing
 * new goes, but the last stack.
 */
export function flow(entries: readonly Entry[], floor = Infinity): Unit[] {
  const units: Unit[] = [];
  const ceilings = ceilingsOf(entries, floor);
  let free = -Infinity;
  let waiting: Entry[] = [];

  const stand = (top: number, height: number, members: number[], isStack: boolean): void => {
    units.push({ top, height, members, isStack });
    free = top + height + GAP;
  };
  const standStack = (limit: number): void => {
    const [first] = waiting;
    if (first === undefined) return;
    const top = Math.max(free, first.anchor);
    if (top + STACK_HEIGHT + GAP > limit) return;
    stand(
      top,
      STACK_HEIGHT,
      waiting.map(({ index }) => index),
      true,
    );
    waiting = [];
  };
  const fold = (entry: Entry): void => {
    const last = units.at(-1);
    // Far behind its words, too: a line for each would drive the next ones further and further from theirs.
    const isNear = last?.isStack === true && entry.anchor - last.top <= 2 * REACH;
    if (isNear && waiting.length === 0) last.members.push(entry.index);
    else waiting.push(entry);
  };

  entries.forEach((entry, at) => {
    const { anchor, height, wanted, stays, held, folds } = entry;
    const ceiling = ceilings[at] ?? Infinity;
    standStack(stays || held ? wanted : ceiling);
    const top = Math.max(wanted, free);
    const fits = top + height + GAP <= ceiling;
    if (held || (fits && (!folds || Math.abs(top - anchor) <= REACH)))
      stand(top, height, [entry.index], false);
    else if (folds) fold(entry);
  });
  standStack(Infinity);
  return units;
}

/** Moves what reaches below `limit` up, the lowest first, and folds what would then stand too far from its words. */
export function pushUp(
  units: readonly Unit[],
  limit: number,
  anchorOf: (index: number) => number,
): Unit[] {
  const pushed: Unit[] = [];
  for (const unit of units.toReversed()) {
    const below = pushed.at(-1);
    const cap = below?.top ?? limit;
    const top = Math.min(unit.top, cap - unit.height - GAP);
    const isFar = !unit.isStack && anchorOf(unit.members[0] ?? 0) - top > REACH;
    const joins = unit.isStack && top < unit.top;
    if (below?.isStack === true && (isFar || joins)) below.members.unshift(...unit.members);
    else if (isFar)
      pushed.push({
        top: cap - STACK_HEIGHT - GAP,
        height: STACK_HEIGHT,
        members: [...unit.members],
        isStack: true,
      });
    else pushed.push({ ...unit, top });
  }
  return pushed.toReversed();
}

/** For each entry where the next one begins that does not give way to it. */
function ceilingsOf(entries: readonly Entry[], floor: number): number[] {
  let held = Infinity;
  let staying = floor;
  return entries
    .toReversed()
    .map((entry) => {
      const ceiling = entry.stays ? held : Math.min(held, staying);
      if (entry.held) held = entry.wanted;
      if (entry.stays || entry.held) staying = entry.wanted;
      return ceiling;
    })
    .toReversed();
}
