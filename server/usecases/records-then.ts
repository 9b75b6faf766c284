import type { Records } from '#lib/annotation/record-set.ts';
import { type RecordEvent, recordsAt } from '#lib/insight/records-at.ts';
import type { Asker } from '#lib/permission/can.ts';
import { nameOfPlace } from '#lib/permission/place.ts';
import type { PlaceEvent, PlaceId } from '../store/log.ts';
import type { ReadingRow } from '../store/tables.ts';
import { deskOf, placeId } from '../sync/place-id.ts';
import type { Deps } from './deps.ts';
import { readablePlaces } from './readable-places.ts';

const ALL = Number.MAX_SAFE_INTEGER;

interface Who {
  asker: Asker;
  userId: string;
}

/** What the log says of all that the asker may read now, and of how it came about. */
export interface ReadableLogs {
  /** Names of the places that they may read now. */
  places: string[];
  /** Empty while it is blind for them. */
  shared: PlaceEvent[];
  /** The desks of which they may see every change, revealed ones too. */
  desks: PlaceEvent[][];
  /** Of others' desks what the reveal showed them. */
  shownDesks: PlaceEvent[][];
  /** Whose desks of the present round are in `shared`. */
  revealed: ReadonlySet<string>;
}

/**
 * The records of a moment that has passed, over what the asker may read now. Where that is `shared`, what was on a desk before its
 * reveal counts from when it was made: for its owner and for instructors all of it, for others what the reveal showed them.
 */
export async function recordsThen(
  log: Deps['log'],
  reading: ReadingRow,
  { at, ...who }: Who & { at: number },
): Promise<Records> {
  return recordsAt(inOrder(await readableLogs(log, reading, who)), at);
}

/** As `recordsAt` takes them: `shared` last, as desks are brought into it. */
export function inOrder({ shared, desks, shownDesks }: ReadableLogs): PlaceEvent[][] {
  return [...shownDesks, ...desks, shared];
}

export async function readableLogs(
  log: Deps['log'],
  reading: ReadingRow,
  { asker, userId }: Who,
): Promise<ReadableLogs> {
  const eventsOf = (place: PlaceId): Promise<PlaceEvent[]> => log.history(place, 0, ALL);
  const places = await readablePlaces(log, reading, asker, userId);
  const now = await Promise.all(
    places.map((place) => eventsOf(placeId(reading.id, place, reading.round))),
  );
  const at = places.findIndex(({ kind }) => kind === 'shared');
  const shared = now[at] ?? [];
  const known = {
    places: places.map(nameOfPlace),
    shared,
    desks: now.filter((_, index) => index !== at),
  };
  if (at < 0) return { ...known, shownDesks: [], revealed: new Set() };
  const ended = await revealedDesks(log, reading.id);
  const before = await Promise.all(
    ended.map(async ({ place, owner }) => ({
      isWhole: owner === userId || asker.role === 'instructor',
      events: await eventsOf({ reading: reading.id, place }),
    })),
  );
  const [whole, others] = [true, false].map((asked) =>
    before.filter(({ isWhole }) => isWhole === asked).map(({ events }) => events),
  );
  return {
    ...known,
    desks: [...(whole ?? []), ...known.desks],
    shownDesks: (others ?? []).map((events) => events.filter(isIn(shared))),
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

/** What was taken back on a desk before its reveal was never shown to anybody. */
function isIn(shared: readonly RecordEvent[]): (event: RecordEvent) => boolean {
  const shown = new Set(shared.map(({ map, key }) => `${map} ${key}`));
  return ({ map, key }) => shown.has(`${map} ${key}`);
}
