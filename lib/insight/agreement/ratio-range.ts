import type { Range } from './alpha-range.ts';
import { type Figure, figure, undefinedFor } from './figure.ts';
import { percentile } from './percentile.ts';
import type { Generator } from './seeded.ts';

/** What one unit brings to a share: so many of so many. */
export interface Part {
  readonly of: number;
  readonly all: number;
}

/**
 * Between which two numbers Σ of / Σ all lies in 95 of 100 redraws of the units: with replacement, as many as there are, the 2.5th and 97.5th
 * percentile (sources as in `alpha-range.ts`). Units without anything to compare are left out before.
 */
export function ratioRange(parts: readonly Part[], random: Generator, draws = 1000): Figure<Range> {
  const units = parts.filter(({ all }) => all > 0);
  if (units.length < 2) return undefinedFor('too-few-units');
  const ratios = Float64Array.from({ length: draws }, () => redrawn(units, random)).sort();
  return figure({ low: percentile(ratios, 0.025), high: percentile(ratios, 0.975), draws });
}

function redrawn(units: readonly Part[], random: Generator): number {
  let [of, all] = [0, 0];
  for (let left = units.length; left > 0; left -= 1) {
    const unit = units[Math.floor(random() * units.length)];
    of += unit?.of ?? 0;
    all += unit?.all ?? 0;
  }
  return of / all;
}
