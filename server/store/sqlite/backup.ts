import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { type Result, fail, ok } from '#lib/result.ts';
import { SqliteDatabase } from './sqlite-database.ts';

/** Tables without which a file is none of ours. */
const OURS = ['users', 'readings', 'log_places', 'log_entries'];

/**
 * Copies the database at `source` to the new file `target` while others write: all that was committed before
 * the call is in it, and of each later commit all or nothing. Fails with one line.
 */
export async function backUp(source: string, target: string): Promise<Result<null>> {
  if (!existsSync(source)) return fail(`There is nothing to back up: ${source} does not exist.`);
  if (existsSync(target)) return fail(`${target} exists already. Choose another name.`);
  const partial = `${target}.partial`;
  try {
    rmSync(partial, { force: true });
    await copyDatabase(source, partial);
    const problem = problemWith(partial);
    if (problem !== null) return fail(problem);
    keep(partial, target);
    return ok(null);
  } catch (error) {
    return fail(`${target} cannot be written: ${reasonOf(error)}`);
  } finally {
    rmSync(partial, { force: true });
  }
}

async function copyDatabase(source: string, target: string): Promise<void> {
  const database = new SqliteDatabase(source);
  try {
    database.pragma('busy_timeout = 5000');
    await database.backup(target);
  } finally {
    database.close();
  }
  // It comes as a write-ahead one, like its source.
  makeOneFile(target);
}

/** Takes what stands in the write-ahead log beside the file into the file itself. */
function makeOneFile(file: string): void {
  const database = new SqliteDatabase(file);
  database.pragma('journal_mode = DELETE');
  database.close();
}

/**
 * Puts the backup in the place of the database at `target`, which nobody may have open. What was there stays
 * beside it, under the name that is given back (null: there was nothing).
 */
export function restore(backup: string, target: string, now: Date): Result<string | null> {
  const whole = wholeBackup(backup);
  if (!whole.ok) return whole;
  const partial = `${target}.partial`;
  try {
    copyFileSync(backup, partial);
    // What an earlier restore set aside may have one: Postil was killed.
    if (existsSync(`${backup}-wal`)) copyFileSync(`${backup}-wal`, `${partial}-wal`);
    makeOneFile(partial);
    const kept = setAside(target, now);
    keep(partial, target);
    return ok(kept);
  } catch (error) {
    return fail(`${target} cannot be restored: ${reasonOf(error)}`);
  } finally {
    for (const part of ['', '-wal', '-shm']) rmSync(partial + part, { force: true });
  }
}

/** That the file is there and a whole database of ours; else one line that says what it is. */
export function wholeBackup(file: string): Result<null> {
  if (!existsSync(file)) return fail(`There is no file ${file}.`);
  try {
    const problem = problemWith(file);
    return problem === null ? ok(null) : fail(problem);
  } catch (error) {
    return fail(`${file} cannot be read: ${reasonOf(error)}`);
  }
}

/** With what its write-ahead log holds, if anything. */
function setAside(file: string, now: Date): string | null {
  if (!existsSync(file)) return null;
  const name = `${file}.before-${now.toISOString().replaceAll(/[:.]/g, '-')}`;
  if (existsSync(name)) throw new Error(`${name} exists already.`);
  renameSync(file, name);
  for (const part of ['-wal', '-shm'])
    if (existsSync(file + part)) renameSync(file + part, name + part);
  return name;
}

/** Why the file is no whole database of ours; null when it is one. */
function problemWith(file: string): string | null {
  if (!statSync(file).isFile()) return `${file} is no file.`;
  const database = new SqliteDatabase(file, { readOnly: true });
  try {
    const check = String(database.pragma('quick_check'));
    if (check !== 'ok') return `${file} is damaged: ${check}`;
    const tables = database.prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table'",
    );
    const found = new Set(tables.all().map(({ name }) => name));
    return OURS.every((name) => found.has(name)) ? null : `${file} is no backup of Postil’s.`;
  } catch (error) {
    return `${file} is no backup of Postil’s: ${reasonOf(error)}`;
  } finally {
    database.close();
  }
}

/** On the disk under its final name, or not at all. */
function keep(partial: string, target: string): void {
  flush(partial);
  renameSync(partial, target);
  flush(dirname(target));
}

function flush(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
