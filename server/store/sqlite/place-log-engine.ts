import { clientsOfUpdate } from '../clients-of-update.ts';
import type { Append, AppendOutcome, LogEntry, PlaceHistory, PlaceId } from '../log.ts';
import { type RevealEngine, createRevealEngine } from './reveal-engine.ts';
import {
  type DurabilitySettings,
  durabilitySettings,
  preparePlaceLog,
} from './place-log-tables.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

interface PlaceRow {
  id: number;
  head: number;
  epoch: number;
  at: number;
}

/** The log over one open SQLite database, blocking: it lives in the worker thread. */
export interface PlaceLogEngine extends Omit<RevealEngine, 'epoch' | 'reveal'> {
  read(place: PlaceId, after: number): PlaceHistory;
  append(appends: readonly Append[]): AppendOutcome[];
  clientIds(reading: string): Map<number, string>;
  settings(): DurabilitySettings;
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

  const appendOne = (append: Append): AppendOutcome => {
    if (reveals.sealState(append).sealed) return { kind: 'sealed' };
    const row = placeForWriting(append);
    if (append.head !== row.head || append.epoch !== row.epoch)
      return { kind: 'conflict', head: row.head, epoch: row.epoch };
    const at = Math.max(Date.now(), row.at);
    append.entries.forEach(({ user, update }, index) => {
      addEntry.run(row.id, row.head + 1 + index, user, at, update);
      for (const client of clientsOfUpdate(update)) addClient.run(append.reading, client, user);
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

  return {
    ...reveals,
    read: readPlace,
    // IMMEDIATE: the write lock is taken before the heads are read, so no other process moves them meanwhile.
    append: (appends) => appendAll.immediate(appends),
    clientIds: (reading) =>
      new Map(readClients.all(reading).map(({ client, user }) => [client, user])),
    settings: () => durabilitySettings(database),
    close: () => database.close(),
  };
}
