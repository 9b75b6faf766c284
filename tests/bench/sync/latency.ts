const STEP = 0.1;
const STEPS = 100_000;

/** How long deliveries took, to a tenth of a millisecond, up to ten seconds. */
export class Latency {
  readonly #counts = new Uint32Array(STEPS);
  #total = 0;

  add(milliseconds: number): void {
    const step = Math.min(Math.max(Math.floor(milliseconds / STEP), 0), STEPS - 1);
    this.#counts[step] = (this.#counts[step] ?? 0) + 1;
    this.#total += 1;
  }

  get total(): number {
    return this.#total;
  }

  /** Milliseconds within which `share` (0 to 1) of all arrived; NaN of none. */
  quantile(share: number): number {
    if (this.#total === 0) return Number.NaN;
    let left = Math.ceil(share * this.#total);
    const step = this.#counts.findIndex((count) => (left -= count) <= 0);
    return (step + 1) * STEP;
  }
}
