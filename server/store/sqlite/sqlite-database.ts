import { backup, DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

/** All at once: between the steps of a slow copy another process's commit would make SQLite begin anew. */
const ALL_PAGES = 0x7fffffff;

/** One prepared statement. Rows are plain objects, blobs `Uint8Array`. */
export interface Statement<P extends readonly unknown[] = readonly unknown[], R = unknown> {
  /** Whether it gives rows. */
  readonly reader: boolean;
  run(...parameters: P): { changes: number; lastInsertRowid: number };
  get(...parameters: P): R | undefined;
  all(...parameters: P): R[];
  iterate(...parameters: P): IterableIterator<R>;
}

/** A function that runs in a transaction; `immediate` takes the write lock before it reads. */
export interface Transaction<A extends readonly unknown[], T> {
  (...given: A): T;
  immediate: (...given: A) => T;
}

/**
 * SQLite as Node itself brings it: no package with binaries, so nothing is compiled at install. Blocking. Parameters are numbers,
 * strings, `Uint8Array` or null; anything else throws, as does SQL that SQLite refuses.
 */
export class SqliteDatabase {
  readonly #database: DatabaseSync;

  constructor(file: string, { readOnly = false }: { readOnly?: boolean } = {}) {
    this.#database = new DatabaseSync(file, { readOnly });
  }

  prepare<P extends readonly unknown[], R = unknown>(sql: string): Statement<P, R> {
    return new PlainStatement<P, R>(this.#database.prepare(sql));
  }

  exec(sql: string): void {
    this.#database.exec(sql);
  }

  /** Sets a PRAGMA, or reads one: its value. */
  pragma(words: string): unknown {
    const row = this.#database.prepare(`PRAGMA ${words}`).get();
    return row === undefined ? undefined : Object.values(row)[0];
  }

  transaction<A extends readonly unknown[], T>(work: (...given: A) => T): Transaction<A, T> {
    const begin =
      (mode: 'DEFERRED' | 'IMMEDIATE') =>
      (...given: A): T =>
        this.#within(mode, () => work(...given));
    return Object.assign(begin('DEFERRED'), { immediate: begin('IMMEDIATE') });
  }

  /** Copies the whole database, as it is at one moment, to `file` while others go on writing. */
  async backup(file: string): Promise<void> {
    await backup(this.#database, file, { rate: ALL_PAGES });
  }

  close(): void {
    this.#database.close();
  }

  #within<T>(mode: 'DEFERRED' | 'IMMEDIATE', work: () => T): T {
    this.#database.exec(`BEGIN ${mode}`);
    try {
      const done = work();
      this.#database.exec('COMMIT');
      return done;
    } catch (error) {
      // A full disk or a busy COMMIT may have ended it already.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }
}

class PlainStatement<P extends readonly unknown[], R> implements Statement<P, R> {
  readonly reader: boolean;
  readonly #statement: StatementSync;

  constructor(statement: StatementSync) {
    this.#statement = statement;
    this.reader = statement.columns().length > 0;
  }

  run(...parameters: P): { changes: number; lastInsertRowid: number } {
    const { changes, lastInsertRowid } = this.#statement.run(...values(parameters));
    return { changes: Number(changes), lastInsertRowid: Number(lastInsertRowid) };
  }

  get(...parameters: P): R | undefined {
    const row = this.#statement.get(...values(parameters));
    return row === undefined ? undefined : (plain(row) as R);
  }

  all(...parameters: P): R[] {
    return this.#statement.all(...values(parameters)).map((row) => plain(row) as R);
  }

  *iterate(...parameters: P): IterableIterator<R> {
    for (const row of this.#statement.iterate(...values(parameters))) yield plain(row) as R;
  }
}

/** Node gives rows without a prototype, which neither React nor a strict comparison takes for plain. */
function plain(row: object): object {
  return { ...row };
}

/** Kysely hands all parameters over as one list. */
function values(parameters: readonly unknown[]): SQLInputValue[] {
  const [first] = parameters;
  return (parameters.length === 1 && Array.isArray(first) ? first : parameters) as SQLInputValue[];
}
