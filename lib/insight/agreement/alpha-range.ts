import { type AlphaParts, AlphaTotal, alphaParts } from './alpha.ts';
import { type Figure, figure, undefinedFor } from './figure.ts';
import { percentile } from './percentile.ts';
import { whyNoPairs } from './same-tag.ts';
import type { Generator } from './seeded.ts';
import type { UnitCounts } from './unit-counts.ts';

export interface Range {
  readonly low: number;
  readonly high: number;
  /** Draws that the range is made of. */
  readonly draws: number;
}

/** Of the draws so many may fall on one tag alone before there is no range (B3). */
const MOST_UNDEFINED = 0.05;

/**
 * Between which two numbers alpha lies in 95 of 100 redraws of the units: with replacement, as many as there are, the 2.5th and 97.5th percentile
 * (B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7, 1979; percentile method, B. Efron and R. Tibshirani,
 * "An Introduction to the Bootstrap", 1993, ch. 13). People are not redrawn: it says how sure alpha is over other sentences of this kind, for
 * these people.
 */
export function alphaRange(counts: UnitCounts, random: Generator, draws = 1000): Figure<Range> {
  const parts = alphaParts(counts);
  if (parts.units.length === 0) return undefinedFor(whyNoPairs(counts));
  if (parts.units.length < 2) return undefinedFor('too-few-units');
  const alphas = redrawn(parts, random, draws);
  if (alphas.length < draws * (1 - MOST_UNDEFINED)) return undefinedFor('one-tag');
  return figure({
    low: percentile(alphas, 0.025),
    high: percentile(alphas, 0.975),
    draws: alphas.length,
  });
}

/** Alphas of the draws, sorted; those that are not defined are left out. */
function redrawn(parts: AlphaParts, random: Generator, draws: number): Float64Array {
  const total = new AlphaTotal(parts);
  const alphas: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    total.clear();
    for (let left = parts.units.length; left > 0; left -= 1)
      total.add(parts.units[Math.floor(random() * parts.units.length)] ?? 0);
    const alpha = total.alpha();
    if (alpha !== null) alphas.push(alpha);
  }
  return Float64Array.from(alphas).sort();
}
