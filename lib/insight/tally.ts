/** How many of each there are; what is not there (any more) has no entry. */
export class Tally {
  readonly #times = new Map<string, number>();

  /** How many different ones. */
  get size(): number {
    return this.#times.size;
  }

  change(key: string, by: 1 | -1): void {
    const times = (this.#times.get(key) ?? 0) + by;
    if (times === 0) this.#times.delete(key);
    else this.#times.set(key, times);
  }

  /** By key, in alphabetical order. */
  entries(): [key: string, times: number][] {
    return [...this.#times].sort(([a], [b]) => (a < b ? -1 : 1));
  }
}
