import { clientsOfUpdate } from '../clients-of-update.ts';
import { compactedPlace } from '../compacted-place.ts';
import type {
  Append,
  AppendOutcome,
  ErasedWhat,
  LogEntry,
  PlaceEvent,
  PlaceHistory,
  PlaceId,
  StoredPlace,
  StoredSnapshot,
} from '../log.ts';
import { placeEvents } from '../place-events.ts';
import { eraseFromLog } from './erase-from-log.ts';
import { type RevealEngine, createRevealEngine } from './reveal-engine.ts';
import { createSnapshotTable } from './snapshot-table.ts';
import {
  type DurabilitySettings,
  durabilitySettings,
  preparePlaceLog,
} from './place-log-tables.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

export interface PlaceRow {
  id: number;
  head: number;
  epoch: number;
  at: number;
}

const NOTED_CLIENTS = 10_000;

/** The log over one open SQLite database, blocking: it lives in the worker thread. */
export interface PlaceLogEngine extends Omit<RevealEngine, 'epoch' | 'reveal'> {
  read(place: PlaceId, after: number): PlaceHistory;
  load(place: PlaceId, upTo?: number): StoredPlace;
  append(appends: readonly Append[]): AppendOutcome[];
  keepSnapshot(place: PlaceId, snapshot: StoredSnapshot): boolean;
  compact(place: PlaceId): number;
  history(place: PlaceId, after: number, limit: number): PlaceEvent[];
  erase(what: ErasedWhat): number;
  heads(reading: string): Map<string, number>;
  clientIds(reading: string): Map<number, string>;
  settings(): DurabilitySettings;
  commits(): number;
  close(): void;
}

export function createPlaceLogEngine(database: SqliteDatabase): PlaceLogEngine {
  preparePlaceLog(database);
  const { epoch: epochOf, reveal, ...reveals } = createRevealEngine(database);
  const findPlace = database.prepare<[string, string], PlaceRow>(
    'SELECT id, head, epoch, at FROM log_places WHERE reading = ? AND place = ?',
  );
  const makePlace = database.prepare(
    'INSERT INTO log_places (reading, place, head, epoch, at) VALUES (?, ?, 0, ?, 0)',
  );
  const movePlace = database.prepare('UPDATE log_places SET head = ?, at = ? WHERE id = ?');
  const addEntry = database.prepare(
    'INSERT INTO log_entries (place_id, seq, user, at, bytes) VALUES (?, ?, ?, ?, ?)',
  );
  const readEntries = database.prepare<[number, number], LogEntry>(
    'SELECT seq, user, at, bytes AS "update" FROM log_entries WHERE place_id = ? AND seq > ? ORDER BY seq',
  );
  const readHeads = database.prepare<[string], { place: string; head: number }>(
    'SELECT place, head FROM log_places WHERE reading = ? AND head > 0',
  );
  const addClient = database.prepare(
    'INSERT INTO log_client_ids (reading, client, user) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const readClients = database.prepare<[string], { client: number; user: string }>(
    'SELECT client, user FROM log_client_ids WHERE reading = ?',
  );

  const placeForWriting = ({ reading, place }: PlaceId): PlaceRow => {
    const row = findPlace.get(reading, place);
    if (row !== undefined) return row;
    const epoch = epochOf(reading);
    const { lastInsertRowid } = makePlace.run(reading, place, epoch);
    return { id: lastInsertRowid, head: 0, epoch, at: 0 };
  };

  /** The last ones that are in the table: most entries are of somebody who wrote just before. */
  const noted = new Set<string>();
  const noteClient = (reading: string, client: number, user: string): void => {
    const name = `${client}/${reading}`;
    if (noted.has(name)) return;
    addClient.run(reading, client, user);
    if (noted.size >= NOTED_CLIENTS) noted.clear();
    noted.add(name);
  };

  const appendOne = (append: Append): AppendOutcome => {
    if (reveals.sealState(append).sealed) return { kind: 'sealed' };
    const row = placeForWriting(append);
    if (append.head !== row.head || append.epoch !== row.epoch)
      return { kind: 'conflict', head: row.head, epoch: row.epoch };
    const at = Math.max(Date.now(), row.at);
    append.entries.forEach(({ user, update }, index) => {
      addEntry.run(row.id, row.head + 1 + index, user, at, update);
      for (const client of clientsOfUpdate(update)) noteClient(append.reading, client, user);
    });
    const head = row.head + append.entries.length;
    movePlace.run(head, at, row.id);
    for (const place of append.reveals ?? []) reveal({ reading: append.reading, place }, at);
    return { kind: 'appended', head, at };
  };

  const appendAll = database.transaction((appends: readonly Append[]) => appends.map(appendOne));

  const readPlace = database.transaction((place: PlaceId, after: number): PlaceHistory => {
    const row = findPlace.get(place.reading, place.place);
    if (row === undefined) return { head: 0, epoch: epochOf(place.reading), entries: [] };
    return { head: row.head, epoch: row.epoch, entries: readEntries.all(row.id, after) };
  });

  const { dropSnapshot, ...snapshots } = createSnapshotTable(database, {
    epochOf,
    findPlace,
    readEntries,
  });
  let commits = 0;
  return {
    ...reveals,
    ...snapshots,
    read: readPlace,
    append(appends) {
      // IMMEDIATE: the write lock is taken before the heads are read, so no other process moves them meanwhile.
      try {
        const outcomes = appendAll.immediate(appends);
        commits += 1;
        return outcomes;
      } catch (error) {
        // Whatever was noted was rolled back.
        noted.clear();
        throw error;
      }
    },
    compact(place) {
      const stored = snapshots.load(place);
      const whole = (): StoredPlace => ({ ...stored, ...readPlace(place, 0), snapshot: null });
      const continued = compactedPlace(place, stored);
      const snapshot = continued ?? compactedPlace(place, whole());
      if (snapshot === null) throw new Error('The whole log does not load.');
      if (continued === null && stored.snapshot !== null) dropSnapshot(place, stored.snapshot.seq);
      snapshots.keepSnapshot(place, snapshot);
      return snapshot.bytes.length;
    },
    history: (place, after, limit) => placeEvents(place, readPlace(place, 0).entries, after, limit),
    erase: (what) => eraseFromLog(database, what),
    commits: () => commits,
    heads: (reading) => new Map(readHeads.all(reading).map(({ place, head }) => [place, head])),
    clientIds: (reading) =>
      new Map(readClients.all(reading).map(({ client, user }) => [client, user])),
    settings: () => durabilitySettings(database),
    close: () => database.close(),
  };
}
