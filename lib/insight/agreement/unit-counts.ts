import type { Ratings } from './ratings.ts';
import { MISSING } from './ratings.ts';
import { type Vote, likeness } from './vote.ts';

/** How many gave which vote to each unit: all that most coefficients need, whoever it was. */
export interface UnitCounts {
  readonly units: number;
  readonly values: readonly Vote[];
  /** `counts[unit * values.length + value]` people gave the unit that vote. */
  readonly counts: Int32Array;
  /** People who gave the unit any. */
  readonly voters: Int32Array;
}

export function unitCountsOf({ units, values, rows }: Ratings): UnitCounts {
  const counts = new Int32Array(units * values.length);
  const voters = new Int32Array(units);
  for (const row of rows) {
    for (let unit = 0; unit < units; unit += 1) {
      const value = row[unit] ?? MISSING;
      if (value === MISSING) continue;
      const at = unit * values.length + value;
      counts[at] = (counts[at] ?? 0) + 1;
      voters[unit] = (voters[unit] ?? 0) + 1;
    }
  }
  return { units, values, counts, voters };
}

/** Likeness of each vote to each, `values.length` squared, row by row. */
export function likenesses(values: readonly Vote[]): Float64Array {
  return Float64Array.from(values.flatMap((a) => values.map((b) => likeness(a, b))));
}

/**
 * For each unit, over the ordered pairs of two different people who voted on it, the sum of what `by` says of their two votes
 * (`values.length` squared, row by row).
 */
export function pairSums({ units, values, counts }: UnitCounts, by: Float64Array): Float64Array {
  const width = values.length;
  const sums = new Float64Array(units);
  for (let unit = 0; unit < units; unit += 1) {
    let sum = 0;
    for (let a = 0; a < width; a += 1) {
      const gaveA = counts[unit * width + a] ?? 0;
      if (gaveA === 0) continue;
      for (let b = 0; b < width; b += 1) {
        const gaveB = (counts[unit * width + b] ?? 0) - (a === b ? 1 : 0);
        sum += gaveA * gaveB * (by[a * width + b] ?? 0);
      }
    }
    sums[unit] = sum;
  }
  return sums;
}
