import { erasureIn } from '../erased-what.ts';
import type { ErasedWhat, LogEntry } from '../log.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

/**
 * See `PlaceLog.erase`. SQLite overwrites what it frees (`secure_delete`), the file is written anew without free
 * pages, and the write-ahead log, which held the old pages, is emptied.
 */
export function eraseFromLog(database: SqliteDatabase, what: ErasedWhat): number {
  database.pragma('secure_delete = ON');
  const places = database.prepare<[], LogPlace>('SELECT id, place FROM log_places');
  const eraseAll = database.transaction(() => {
    let erased = 0;
    for (const place of places.all()) erased += eraseFromPlace(database, place, what);
    return erased;
  });
  const erased = eraseAll.immediate();
  database.exec('VACUUM');
  // The first value says whether it was kept from it.
  if (database.pragma('wal_checkpoint(TRUNCATE)') !== 0)
    throw new Error('The records are erased, but another program holds the old file open.');
  return erased;
}

interface LogPlace {
  id: number;
  place: string;
}

function eraseFromPlace(
  database: SqliteDatabase,
  { id, place }: LogPlace,
  what: ErasedWhat,
): number {
  const entries = database
    .prepare<[number], LogEntry>(
      'SELECT seq, user, at, bytes AS "update" FROM log_entries WHERE place_id = ? ORDER BY seq',
    )
    .all(id);
  const { entries: rewritten, keys } = erasureIn(place, entries, what);
  const rewrite = database.prepare(
    'UPDATE log_entries SET bytes = ? WHERE place_id = ? AND seq = ?',
  );
  for (const { seq, update } of rewritten) rewrite.run(update, id, seq);
  const note = database.prepare(
    'INSERT INTO log_erased (place_id, map, "key") VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  for (const { map, key } of keys) note.run(id, map, key);
  if (rewritten.length > 0 || keys.length > 0)
    database.prepare('DELETE FROM log_snapshots WHERE place_id = ?').run(id);
  return keys.length;
}
