import type { GroupCommit } from './group-commit.ts';

/**
 * When a place's log is read anew. One reading serves all who ask before it begins; and between two of them what waits is
 * committed: else those who are refused, one after the other, would keep all others from the log.
 */
export class CatchUp {
  readonly #read: () => Promise<void>;
  readonly #commits: Pick<GroupCommit, 'nextCommit'>;
  #reading = false;
  /** Asked for and not begun yet. */
  #next: Promise<void> | null = null;
  #last: Promise<void> = Promise.resolve();

  /** `read`: never rejects. */
  constructor(read: () => Promise<void>, commits: Pick<GroupCommit, 'nextCommit'>) {
    this.#read = read;
    this.#commits = commits;
  }

  /** No append is to begin now: it would be read back as if another process had made it. */
  get reading(): boolean {
    return this.#reading;
  }

  get idle(): boolean {
    return this.#next === null && !this.#reading;
  }

  /** Resolves after a reading that began after this call. */
  ask(): Promise<void> {
    this.#next ??= this.#readAfter(this.#last);
    this.#last = this.#next;
    return this.#last;
  }

  async #readAfter(before: Promise<void>): Promise<void> {
    await before;
    await this.#commits.nextCommit();
    this.#next = null;
    this.#reading = true;
    await this.#read();
    this.#reading = false;
  }
}
