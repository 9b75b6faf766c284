import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { type Result, fail, ok } from '#lib/result.ts';

/** A claim on DATA_DIR, until it is ended or the process is, however it ends. */
export interface DataDirUse {
  end(): void;
}

/** That Postil serves from this directory. Several may; fails while somebody has it alone. */
export function useDataDir(directory: string): Result<DataDirUse> {
  // A lock of the system's, held by a read that does not end: a kill -9 lets it go, a file with a number in it would stay.
  return lock(directory, ['BEGIN', 'SELECT count(*) FROM sqlite_schema'], IN_REPAIR);
}

/** To change what is stored under the feet of a server. Fails while one runs. */
export function useDataDirAlone(directory: string): Result<DataDirUse> {
  return lock(directory, ['BEGIN EXCLUSIVE'], RUNNING);
}

const IN_REPAIR = 'DATA_DIR is being restored or erased from. Wait until that is done.';
const RUNNING = 'Postil is running on this DATA_DIR. Stop it first, then try again.';

function lock(directory: string, statements: string[], busy: string): Result<DataDirUse> {
  const file = join(directory, 'in-use.lock');
  const database = new SQLite(file, { timeout: 0 });
  try {
    for (const statement of statements) database.exec(statement);
    return ok({ end: () => void database.close() });
  } catch (error) {
    database.close();
    if (error instanceof SQLite.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      return fail(busy);
    throw error;
  }
}
