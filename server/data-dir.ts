import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Result, fail, ok } from '#lib/result.ts';

export function databaseFile(dataDir: string): string {
  return join(dataDir, 'postil.sqlite');
}

/** The database of a Postil that was started there. Fails with one line, and makes nothing, where none was. */
export function existingDatabase(dataDir: string): Result<string> {
  const file = databaseFile(dataDir);
  if (existsSync(file)) return ok(file);
  return fail(
    `There is no Postil in ${dataDir}. Start it there first, or set DATA_DIR to where it is.`,
  );
}

/** Makes DATA_DIR, for this user alone, where it is missing. Fails with one line when it cannot be written. */
export function openDataDir(directory: string): Result<null> {
  try {
    makeDirectory(directory);
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
    return ok(null);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    return fail(
      `DATA_DIR=${directory} cannot be written (${code}). Give this user the right, or choose another directory.`,
    );
  }
}

/** Not `mkdirSync`'s `recursive`: below a directory that takes no entries, such as `/proc`, it never ends. */
function makeDirectory(path: string): void {
  if (existsSync(path)) return;
  makeDirectory(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}
