import type { Continuum } from './continuum.ts';
import { type Figure, figure, undefinedFor } from './figure.ts';

export interface WithoutOne {
  readonly low: number;
  readonly high: number;
  /** How many were left out in turn and left a figure. */
  readonly people: number;
}

/** More would take long and say little: each counts for less. */
const MOST_PEOPLE = 24;

/**
 * Between which two numbers a figure lies when each person in turn is left out (the values of the jackknife: M. H. Quenouille, "Notes on bias in
 * estimation", Biometrika 43, 1956). It says how much depends on a single person; it is no confidence interval.
 */
export function withoutOne(
  { length, raters }: Continuum,
  valueOf: (continuum: Continuum) => Figure,
): Figure<WithoutOne> {
  const people = Object.keys(raters);
  if (people.length < 3) return undefinedFor('too-few-people');
  if (people.length > MOST_PEOPLE) return undefinedFor('too-many-people');
  const values = people.flatMap((one) => {
    const { [one]: _, ...others } = raters;
    const without = valueOf({ length, raters: others });
    return without.defined ? [without.value] : [];
  });
  return values.length === 0
    ? undefinedFor('too-few-people')
    : figure({ low: Math.min(...values), high: Math.max(...values), people: values.length });
}
