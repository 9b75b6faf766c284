import type { KeyOfMap, LogEntry, PlaceId, StoredPlace, StoredSnapshot } from '../log.ts';
import type { PlaceLogEngine, PlaceRow } from './place-log-engine.ts';
import type { SqliteDatabase, Statement } from './sqlite-database.ts';

/** What there is of the log's own tables. */
export interface LogStatements {
  /** The epoch that new places of the reading begin with. */
  epochOf: (reading: string) => number;
  findPlace: Statement<[string, string], PlaceRow>;
  readEntries: Statement<[number, number], LogEntry>;
}

/** One snapshot a place, beside the log that it abridges. */
export function createSnapshotTable(
  database: SqliteDatabase,
  { epochOf, findPlace, readEntries }: LogStatements,
): Pick<PlaceLogEngine, 'load' | 'keepSnapshot'> & {
  /** Of no use: else none of the same entry would ever take its place. */
  dropSnapshot(place: PlaceId, seq: number): void;
} {
  const findSnapshot = database.prepare<[number, number], StoredSnapshot>(
    'SELECT seq, bytes FROM log_snapshots WHERE place_id = ? AND seq <= ?',
  );
  const putSnapshot = database.prepare(
    `INSERT INTO log_snapshots (place_id, seq, bytes) VALUES (?, ?, ?)
     ON CONFLICT (place_id) DO UPDATE SET seq = excluded.seq, bytes = excluded.bytes
     WHERE excluded.seq > log_snapshots.seq`,
  );
  const dropSnapshot = database.prepare('DELETE FROM log_snapshots WHERE place_id = ? AND seq = ?');
  const readErased = database.prepare<[number], KeyOfMap>(
    'SELECT map, "key" FROM log_erased WHERE place_id = ?',
  );

  const load = database.transaction((place: PlaceId, upTo: number): StoredPlace => {
    const row = findPlace.get(place.reading, place.place);
    if (row === undefined) {
      const epoch = epochOf(place.reading);
      return { head: 0, epoch, entries: [], snapshot: null, erased: [] };
    }
    const { head, epoch, id } = row;
    const snapshot = findSnapshot.get(id, Math.min(head, upTo)) ?? null;
    const entries = readEntries.all(id, snapshot?.seq ?? 0);
    return { head, epoch, entries, snapshot, erased: readErased.all(id) };
  });

  const keep = database.transaction((place: PlaceId, { seq, bytes }: StoredSnapshot): boolean => {
    const row = findPlace.get(place.reading, place.place);
    if (row === undefined || seq > row.head) return false;
    return putSnapshot.run(row.id, seq, bytes).changes > 0;
  });

  return {
    load: (place, upTo = Infinity) => load(place, upTo),
    keepSnapshot: (place, snapshot) => keep.immediate(place, snapshot),
    dropSnapshot({ reading, place }, seq) {
      const row = findPlace.get(reading, place);
      if (row !== undefined) dropSnapshot.run(row.id, seq);
    },
  };
}
