import type { Id } from './id.ts';

/**
 * Which of a key's values wins. Yjs orders the units of a key by their origins: a unit stands
 * behind its origin; units with one origin stand by ascending client id, each followed by what
 * grew from it (right origins are null, J9); of one client's, the newer stands first. The last
 * of all wins, every other one is deleted (J17; Yjs `Item.integrate`).
 *
 * So the winner is found from the root by always taking the last child. That path is the
 * spine. A unit whose origin is not on the spine can never win, and one whose origin is on
 * it needs comparing with one other unit only. Without this, concurrent overwrites of one
 * key cost as many steps as the key has had values.
 *
 * A spine is an immutable stack of stretches of consecutive clocks, newest on top, each with
 * a pointer far down, so that any depth is found in logarithmic time and a draft can cut and
 * extend a spine without touching the accepted one (Myers, "An applicative random-access
 * stack", 1983).
 */
interface Spine {
  /** The first unit of the topmost stretch, and its depth: 1 where there is no origin. */
  readonly client: number;
  readonly clock: number;
  readonly depth: number;
  /** How many stretches there are. */
  readonly height: number;
  readonly below: Spine | null;
  readonly jump: Spine | null;
}

/** A spine and the depth of its last unit, the winner. */
export interface Tip {
  readonly spine: Spine;
  readonly depth: number;
}

/** The unit that shows, unless it is deleted. */
export function winnerOf({ spine, depth }: Tip): Id {
  return { client: spine.client, clock: spine.clock + depth - spine.depth };
}

/** Whether the winner is one of the client's clocks `from` to `end - 1`. */
export function winsWithin(tip: Tip, client: number, from: number, end: number): boolean {
  const winner = winnerOf(tip);
  return winner.client === client && from <= winner.clock && winner.clock < end;
}

/**
 * The tip after `length` units beginning with `unit`, each the next one's origin, have come in
 * behind `origin`, which stands at `originDepth` (null and 0: no origin). The same tip when
 * they do not win.
 */
export function withUnits(
  tip: Tip | null,
  unit: Id,
  length: number,
  origin: Id | null,
  originDepth: number,
): Tip {
  if (tip === null) return { spine: stretch(null, unit, 1), depth: length };
  if (origin !== null && !holds(tip, origin, originDepth)) return tip;
  const depth = originDepth + length;
  const rival = stretchAt(tip, originDepth + 1);
  if (rival === null) return { spine: extended(tip.spine, unit, originDepth + 1), depth };
  if (rival.client >= unit.client) return tip;
  const kept = rival.depth <= originDepth ? rival : rival.below;
  return { spine: extended(kept, unit, originDepth + 1), depth };
}

function holds(tip: Tip, id: Id, depth: number): boolean {
  const found = stretchAt(tip, depth);
  return (
    found !== null && found.client === id.client && found.clock + depth - found.depth === id.clock
  );
}

/** The stretch that holds the unit at `depth`; null above the tip. */
function stretchAt(tip: Tip, depth: number): Spine | null {
  if (depth > tip.depth) return null;
  let at: Spine | null = tip.spine;
  while (at !== null && at.depth > depth)
    at = at.jump !== null && at.jump.depth > depth ? at.jump : at.below;
  return at;
}

function extended(spine: Spine | null, unit: Id, depth: number): Spine {
  if (spine === null) return stretch(null, unit, depth);
  const continues =
    spine.client === unit.client && spine.clock + depth - spine.depth === unit.clock;
  return continues ? spine : stretch(spine, unit, depth);
}

function stretch(below: Spine | null, { client, clock }: Id, depth: number): Spine {
  const height = (below?.height ?? 0) + 1;
  return { client, clock, depth, height, below, jump: jumpFrom(below) };
}

function jumpFrom(below: Spine | null): Spine | null {
  const first = below?.jump ?? null;
  if (below === null || first === null) return below;
  const second = first.height - (first.jump?.height ?? 0);
  return below.height - first.height === second ? first.jump : below;
}
