import { type Asker, can } from '#lib/permission/can.ts';
import {
  type Place,
  ownerOfPlace,
  parsePlace,
  readingOf,
  workPlace,
} from '#lib/permission/place.ts';
import type { Problem } from '#lib/protocol/http.ts';
import { type Result, fail, ok } from '#lib/result.ts';
import { notFound, problem } from '../problem.ts';
import type { ReadingRow } from '../store/tables.ts';
import { unrevealedDesks } from './blindness.ts';
import type { Deps } from './deps.ts';

const AFTER_REVEAL = problem(403, 'You see what the others marked after the reveal.');
const NOT_NOW = problem(403, 'You may not read this now.');

/**
 * Where what the asker may read of the reading's records is: blind their own desk, else `shared`; for who may read
 * others' desks those too that are not revealed (what is revealed is in `shared`). Never `private` or `feedback`.
 */
export async function readablePlaces(
  log: Deps['log'],
  reading: ReadingRow,
  asker: Asker,
  userId: string,
): Promise<Place[]> {
  const own = parsePlace(workPlace(asker, userId));
  const desks = can({ ...asker, own: false }, 'desk.read')
    ? await unrevealedDesks(log, reading)
    : [];
  return [
    ...(own === null ? [] : [own]),
    ...desks.map((owner) => ({ kind: 'desk', owner }) as const),
  ];
}

/** One place that was asked for by name; `private` alone is the asker's own. */
export function placeAsked(name: string, asker: Asker, userId: string): Result<Place, Problem> {
  const place = parsePlace(name === 'private' ? `private/${userId}` : name);
  if (place === null) return fail(notFound('place'));
  const owner = ownerOfPlace(place);
  const own = owner === userId;
  if (can({ ...asker, own }, readingOf(place))) return ok(place);
  if (owner === null) return fail(AFTER_REVEAL);
  return fail(own ? NOT_NOW : notFound('place'));
}
