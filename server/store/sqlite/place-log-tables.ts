import type { SqliteDatabase } from './sqlite-database.ts';

const TABLES = `
  CREATE TABLE IF NOT EXISTS log_places (
    id INTEGER PRIMARY KEY,
    reading TEXT NOT NULL,
    place TEXT NOT NULL,
    head INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    at INTEGER NOT NULL,
    UNIQUE (reading, place)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS log_entries (
    place_id INTEGER NOT NULL REFERENCES log_places (id),
    seq INTEGER NOT NULL,
    user TEXT NOT NULL,
    at INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (place_id, seq)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS log_client_ids (
    reading TEXT NOT NULL,
    client INTEGER NOT NULL,
    user TEXT NOT NULL,
    PRIMARY KEY (reading, client)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS log_epochs (
    reading TEXT PRIMARY KEY,
    epoch INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS log_seals (
    reading TEXT NOT NULL,
    place TEXT NOT NULL,
    revealed_at INTEGER,
    PRIMARY KEY (reading, place)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS log_snapshots (
    place_id INTEGER PRIMARY KEY REFERENCES log_places (id),
    seq INTEGER NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS log_erased (
    place_id INTEGER NOT NULL REFERENCES log_places (id),
    map TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (place_id, map, key)
  ) STRICT, WITHOUT ROWID;
`;

/** What the engine says of its own durability. `synchronous`: 2 is FULL. */
export interface DurabilitySettings {
  journalMode: string;
  synchronous: number;
}

/** Makes the log's tables and turns on WAL with an fsync at each commit; throws where that is not to be had. */
export function preparePlaceLog(database: SqliteDatabase): void {
  database.pragma('busy_timeout = 5000');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  const { journalMode, synchronous } = durabilitySettings(database);
  if (journalMode !== 'wal' || synchronous !== 2)
    throw new Error(
      `The log needs WAL and synchronous=FULL, not ${journalMode} and ${synchronous}.`,
    );
  database.exec(TABLES);
}

export function durabilitySettings(database: SqliteDatabase): DurabilitySettings {
  return {
    journalMode: String(database.pragma('journal_mode')),
    synchronous: Number(database.pragma('synchronous')),
  };
}
