import { can } from '#lib/permission/can.ts';
import { type Place, ownerOfPlace, readingOf } from '#lib/permission/place.ts';
import { CLOSE, type Refusal } from '#lib/protocol/sync.ts';
import { ENTRY_REFUSALS } from './refusals.ts';
import type { Standing } from './sync-deps.ts';

/** Why a socket does not come in, or not further. */
export interface TurnedAwayAtDoor {
  kind: 'turnedAway';
  code: number;
  refusal: Refusal;
}

export function turnedAway(code: number, refusal: Refusal): TurnedAwayAtDoor {
  return { kind: 'turnedAway', code, refusal };
}

export const NO_SUCH_PLACE = turnedAway(CLOSE.notFound, ENTRY_REFUSALS.notFound);
export const MOVED = turnedAway(CLOSE.moved, ENTRY_REFUSALS.moved);

/** Null when a member of this standing may read the place; another's place is one that is not there. */
export function barredFrom(
  place: Place,
  userId: string,
  standing: Standing,
): TurnedAwayAtDoor | null {
  const owner = ownerOfPlace(place);
  const own = owner === userId;
  if (can({ ...standing, own }, readingOf(place))) return null;
  if (owner !== null && !own) return NO_SUCH_PLACE;
  const goesElsewhere = place.kind === 'desk' || standing.blindForThem;
  return goesElsewhere ? MOVED : turnedAway(CLOSE.refused, ENTRY_REFUSALS.mayNotRead);
}

/** Looks on at another's desk: is not announced there, and writes nothing. */
export function onlyLooksOn(place: Place, userId: string): boolean {
  return place.kind === 'desk' && place.owner !== userId;
}
