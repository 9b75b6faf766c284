import { join } from 'node:path';
import { z } from 'zod';
import { type Result, fail, ok } from '#lib/result.ts';
import { SqliteDatabase } from './store/sqlite/sqlite-database.ts';

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

/** What `node:sqlite` throws for SQLITE_BUSY and its extended codes, which have it in their low byte. */
const busySchema = z.object({ errcode: z.int().refine((code) => (code & 0xff) === 5) });

function lock(directory: string, statements: string[], busy: string): Result<DataDirUse> {
  const file = join(directory, 'in-use.lock');
  const database = new SqliteDatabase(file);
  try {
    database.pragma('busy_timeout = 0');
    for (const statement of statements) database.exec(statement);
    return ok({ end: () => database.close() });
  } catch (error) {
    database.close();
    if (busySchema.safeParse(error).success) return fail(busy);
    throw error;
  }
}
