import { type Figure, type WhyUndefined, figure, undefinedFor } from './figure.ts';
import { percentile } from './percentile.ts';
import type { Generator } from './seeded.ts';

export interface Range {
  readonly low: number;
  readonly high: number;
  /** Draws that the range is made of. */
  readonly draws: number;
}

/** Figures over units that are added, each as often as it is drawn. */
export interface Redrawable<Name extends string> {
  clear(): void;
  add(unit: number): void;
  /** Null where one is not defined. */
  values(): Record<Name, number | null>;
}

/** Of the draws so many may be undefined before there is no range (B3). */
const MOST_UNDEFINED = 0.05;
export const RESAMPLES = 1000;

/**
 * Between which two numbers each figure lies in 95 of 100 redraws of the units: with replacement, as many as there are, the 2.5th and 97.5th
 * percentile (B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7, 1979; percentile method, B. Efron and R. Tibshirani,
 * "An Introduction to the Bootstrap", 1993, ch. 13). People are not redrawn: it says how sure a figure is over other units of this kind, for these
 * people. `why`: why a figure is not defined over all units.
 */
export function bootstrapRanges<Name extends string>(
  total: Redrawable<Name>,
  units: readonly number[],
  random: Generator,
  why: Readonly<Record<Name, WhyUndefined | null>>,
): Record<Name, Figure<Range>> {
  const names = Object.keys(why) as Name[];
  const drawn = units.length < 2 ? [] : redraws(total, units, random);
  const rangeOf = (name: Name): Figure<Range> => {
    const reason = why[name] ?? (units.length < 2 ? 'too-few-units' : null);
    return reason === null ? rangeOver(drawn.map((values) => values[name])) : undefinedFor(reason);
  };
  return Object.fromEntries(names.map((name) => [name, rangeOf(name)])) as Record<
    Name,
    Figure<Range>
  >;
}

function redraws<Name extends string>(
  total: Redrawable<Name>,
  units: readonly number[],
  random: Generator,
): Record<Name, number | null>[] {
  return Array.from({ length: RESAMPLES }, () => {
    total.clear();
    for (let left = units.length; left > 0; left -= 1)
      total.add(units[Math.floor(random() * units.length)] ?? 0);
    return total.values();
  });
}

function rangeOver(drawn: readonly (number | null)[]): Figure<Range> {
  const values = Float64Array.from(drawn.filter((value) => value !== null)).sort();
  return values.length < drawn.length * (1 - MOST_UNDEFINED)
    ? undefinedFor('often-undefined')
    : figure({
        low: percentile(values, 0.025),
        high: percentile(values, 0.975),
        draws: values.length,
      });
}
