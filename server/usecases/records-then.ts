import type { Records } from '#lib/annotation/record-set.ts';
import { type RecordEvent, recordsAt } from '#lib/insight/records-at.ts';
import type { Asker } from '#lib/permission/can.ts';
import type { PlaceEvent, PlaceId } from '../store/log.ts';
import type { ReadingRow } from '../store/tables.ts';
import { deskOf, placeId } from '../sync/place-id.ts';
import type { Deps } from './deps.ts';
import { readablePlaces } from './readable-places.ts';

const ALL = Number.MAX_SAFE_INTEGER;

/**
 * The records of a moment that has passed, over what the asker may read now. Where that is `shared`, what was on a desk before its
 * reveal counts from when it was made: for its owner and for instructors all of it, for others what the reveal showed them.
 */
export async function recordsThen(
  log: Deps['log'],
  reading: ReadingRow,
  { asker, userId, at }: { asker: Asker; userId: string; at: number },
): Promise<Records> {
  const eventsOf = (place: PlaceId): Promise<PlaceEvent[]> => log.history(place, 0, ALL);
  const places = await readablePlaces(log, reading, asker, userId);
  const now = await Promise.all(
    places.map((place) => eventsOf(placeId(reading.id, place, reading.round))),
  );
  const shared = now[places.findIndex(({ kind }) => kind === 'shared')];
  const before = shared === undefined ? [] : await revealedDesks(log, reading.id);
  const desks = await Promise.all(
    before.map(async ({ place, owner }) => {
      const events = await eventsOf({ reading: reading.id, place });
      const seesAll = owner === userId || asker.role === 'instructor';
      return seesAll ? events : events.filter(isIn(shared ?? []));
    }),
  );
  return recordsAt([...desks, ...now], at);
}

async function revealedDesks(
  log: Deps['log'],
  reading: string,
): Promise<{ place: string; owner: string }[]> {
  return [...(await log.places(reading))].flatMap(([place, { revealed }]) => {
    const desk = deskOf(place);
    return revealed && desk !== null ? [{ place, owner: desk.user }] : [];
  });
}

/** What was taken back on a desk before its reveal was never shown to anybody. */
function isIn(shared: readonly RecordEvent[]): (event: RecordEvent) => boolean {
  const shown = new Set(shared.map(({ map, key }) => `${map} ${key}`));
  return ({ map, key }) => shown.has(`${map} ${key}`);
}
