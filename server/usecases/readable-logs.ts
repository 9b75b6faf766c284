import type { Asker } from '#lib/permission/can.ts';
import { nameOfPlace, type Place } from '#lib/permission/place.ts';
import type { LogNames } from '../figures/orders.ts';
import type { PlaceId } from '../store/log.ts';
import type { ReadingRow } from '../store/tables.ts';
import { deskOf, placeId } from '../sync/place-id.ts';
import type { Deps } from './deps.ts';
import { readablePlaces } from './readable-places.ts';

interface Who {
  asker: Asker;
  userId: string;
}

/** Which logs say all that the asker may read now, and how it came about. */
export interface ReadableLogs {
  /** Names of the places that they may read now. */
  places: string[];
  logs: LogNames;
  /** Whose desks of the present round are in `shared`. */
  revealed: ReadonlySet<string>;
}

/** Those of the places, which are what the asker may read now (`readablePlaces`). */
export function standingLogs(reading: ReadingRow, places: readonly Place[]): LogNames {
  const idsOf = (isShared: boolean): PlaceId[] =>
    places
      .filter(({ kind }) => (kind === 'shared') === isShared)
      .map((place) => placeId(reading.id, place, reading.round));
  return { shared: idsOf(true)[0] ?? null, desks: idsOf(false), shownDesks: [] };
}

/**
 * With the desks of which it came: for moments that have passed. Where `shared` may be read, what was on a desk before its reveal
 * counts from when it was made: for its owner and for instructors all of it, for others what the reveal showed them.
 */
export async function readableLogs(
  log: Deps['log'],
  reading: ReadingRow,
  { asker, userId }: Who,
): Promise<ReadableLogs> {
  const readable = await readablePlaces(log, reading, asker, userId);
  const logs = standingLogs(reading, readable);
  const places = readable.map(nameOfPlace);
  if (logs.shared === null) return { places, logs, revealed: new Set() };
  const ended = await revealedDesks(log, reading.id);
  const before = (isWhole: boolean): PlaceId[] =>
    ended
      .filter(({ owner }) => (owner === userId || asker.role === 'instructor') === isWhole)
      .map(({ place }) => ({ reading: reading.id, place }));
  return {
    places,
    logs: { ...logs, desks: [...before(true), ...logs.desks], shownDesks: before(false) },
    revealed: new Set(ended.flatMap(({ owner, round }) => (round === reading.round ? owner : []))),
  };
}

async function revealedDesks(
  log: Deps['log'],
  reading: string,
): Promise<{ place: string; owner: string; round: number }[]> {
  return [...(await log.places(reading))].flatMap(([place, { revealed }]) => {
    const desk = deskOf(place);
    return revealed && desk !== null ? [{ place, owner: desk.user, round: desk.round }] : [];
  });
}
