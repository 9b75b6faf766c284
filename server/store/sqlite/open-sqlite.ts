import { Kysely, SqliteDialect } from 'kysely';
import type { Database, Tables } from '../tables.ts';
import { SqliteDatabase } from './sqlite-database.ts';

/**
 * Opens the SQLite file (or `:memory:`). Other connections write to the same file (the place log's worker,
 * `npm run link`), hence WAL and a patient busy timeout; what is answered is on the disk, hence FULL.
 */
export function openSqlite(file: string): Database {
  const sqlite = new SqliteDatabase(file);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('busy_timeout = 5000');
  sqlite.pragma('foreign_keys = ON');
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) });
}
