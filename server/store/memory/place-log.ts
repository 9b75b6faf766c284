import { clientsOfUpdate } from '../clients-of-update.ts';
import { compactedPlace } from '../compacted-place.ts';
import { erasureIn } from '../erased-what.ts';
import type {
  Append,
  AppendOutcome,
  ErasedWhat,
  KeyOfMap,
  LogEntry,
  PlaceHistory,
  PlaceId,
  PlaceLog,
  StoredPlace,
  StoredSnapshot,
} from '../log.ts';
import { placeEvents } from '../place-events.ts';
import type { SealState } from '../reveal-log.ts';

interface MemoryPlace extends SealState {
  epoch: number;
  entries: LogEntry[];
  snapshot: StoredSnapshot | null;
  erased: KeyOfMap[];
}

/** A log that ends with its process, for tests and trials. `clock`: milliseconds since the epoch. */
export function createMemoryPlaceLog(clock: () => number = Date.now): PlaceLog {
  const places = new Map<string, MemoryPlace>();
  const clients = new Map<string, Map<number, string>>();
  const epochs = new Map<string, number>();

  const epochOf = (reading: string): number => epochs.get(reading) ?? 0;

  const placeOf = ({ reading, place }: PlaceId): MemoryPlace =>
    entryOf(places, `${reading}/${place}`, () => emptyPlace(epochOf(reading)));

  const placesOf = (reading: string): [string, MemoryPlace][] =>
    [...places]
      .filter(([name]) => name.startsWith(`${reading}/`))
      .map(([name, place]) => [name.slice(reading.length + 1), place]);

  const clientsOf = (reading: string): Map<number, string> =>
    entryOf(clients, reading, () => new Map<number, string>());

  const appendOne = (append: Append): AppendOutcome => {
    const stored = placeOf(append);
    if (stored.sealed) return { kind: 'sealed' };
    const head = stored.entries.length;
    if (append.head !== head || append.epoch !== stored.epoch)
      return { kind: 'conflict', head, epoch: stored.epoch };
    const at = Math.max(clock(), stored.entries.at(-1)?.at ?? 0);
    for (const { user, update } of append.entries) {
      const seq = stored.entries.length + 1;
      stored.entries.push({ seq, user, at, update: new Uint8Array(update) });
      noteClients(clientsOf(append.reading), user, update);
    }
    for (const place of append.reveals ?? [])
      Object.assign(placeOf({ reading: append.reading, place }), { sealed: true, revealed: true });
    return { kind: 'appended', head: stored.entries.length, at };
  };

  return {
    read: async (place, after) => historyOf(placeOf(place), after),
    load: async (place, upTo) => storedPlace(placeOf(place), upTo),
    append: async (appends) => appends.map(appendOne),
    keepSnapshot: async (place, snapshot) => keepSnapshot(placeOf(place), snapshot),
    async compact(place) {
      const stored = placeOf(place);
      const continued = compactedPlace(place, storedPlace(stored));
      const snapshot = continued ?? compactedPlace(place, storedPlace(stored, -1));
      if (snapshot === null) throw new Error('The whole log does not load.');
      // Else none of the same entry would ever take the place of one that is of no use.
      if (continued === null) stored.snapshot = null;
      keepSnapshot(stored, snapshot);
      return snapshot.bytes.length;
    },
    heads: async (reading) =>
      new Map(
        placesOf(reading).flatMap(([name, { entries }]) =>
          entries.length > 0 ? [[name, entries.length]] : [],
        ),
      ),
    history: async (place, after, limit) =>
      placeEvents(place, placeOf(place).entries, after, limit),
    erase: async (what) =>
      [...places].reduce((erased, [name, place]) => erased + eraseFrom(name, place, what), 0),
    clientIds: async (reading) => new Map(clientsOf(reading)),
    async raiseEpoch(reading) {
      epochs.set(reading, epochOf(reading) + 1);
      for (const [, place] of placesOf(reading)) place.epoch = epochOf(reading);
    },
    async seal(place) {
      placeOf(place).sealed = true;
    },
    sealState: async (place) => sealStateOf(placeOf(place)),
    places: async (reading) =>
      new Map(
        placesOf(reading)
          .filter(([, { entries, sealed }]) => sealed || entries.length > 0)
          .map(([name, place]) => [name, sealStateOf(place)]),
      ),
    close: async () => {},
  };
}

function emptyPlace(epoch: number): MemoryPlace {
  return { epoch, entries: [], snapshot: null, erased: [], sealed: false, revealed: false };
}

function historyOf({ epoch, entries }: MemoryPlace, after: number): PlaceHistory {
  return { head: entries.length, epoch, entries: entries.slice(after) };
}

function storedPlace(place: MemoryPlace, upTo = Infinity): StoredPlace {
  const { erased } = place;
  const snapshot = place.snapshot !== null && place.snapshot.seq <= upTo ? place.snapshot : null;
  return { ...historyOf(place, snapshot?.seq ?? 0), snapshot, erased };
}

function keepSnapshot(place: MemoryPlace, snapshot: StoredSnapshot): boolean {
  if (snapshot.seq > place.entries.length || snapshot.seq <= (place.snapshot?.seq ?? 0))
    return false;
  place.snapshot = snapshot;
  return true;
}

/** `name`: `<reading>/<place>`. */
function eraseFrom(name: string, place: MemoryPlace, what: ErasedWhat): number {
  const { entries, keys } = erasureIn(name.slice(name.indexOf('/') + 1), place.entries, what);
  for (const entry of entries) place.entries[entry.seq - 1] = entry;
  place.erased.push(...keys);
  if (entries.length > 0 || keys.length > 0) place.snapshot = null;
  return keys.length;
}

function noteClients(owners: Map<number, string>, user: string, update: Uint8Array): void {
  for (const client of clientsOfUpdate(update)) if (!owners.has(client)) owners.set(client, user);
}

function sealStateOf({ sealed, revealed }: MemoryPlace): SealState {
  return { sealed, revealed };
}

function entryOf<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
