import type { Redrawable } from './bootstrap.ts';

/** What one unit brings to a share: so many of so many. */
export interface Part {
  readonly of: number;
  readonly all: number;
}

/** Σ of / Σ all over the parts added so far; one may be added again, as a bootstrap does. */
export class ShareTotal implements Redrawable<'share'> {
  /** Of those parts that bring anything at all. */
  readonly units: readonly number[];
  readonly #parts: readonly Part[];
  #of = 0;
  #all = 0;

  constructor(parts: readonly Part[]) {
    this.#parts = parts;
    this.units = parts.flatMap(({ all }, unit) => (all > 0 ? unit : []));
  }

  clear(): void {
    this.#of = 0;
    this.#all = 0;
  }

  add(unit: number): void {
    this.#of += this.#parts[unit]?.of ?? 0;
    this.#all += this.#parts[unit]?.all ?? 0;
  }

  values(): { share: number | null } {
    return { share: this.#all === 0 ? null : this.#of / this.#all };
  }
}
