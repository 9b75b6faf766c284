import type { Continuum } from './continuum.ts';
import type { WhyUndefined } from './figure.ts';

/** Null where two people can be compared and somebody marked something; else why not. */
export function whyIncomparable({
  raters,
}: Pick<Continuum, 'raters'>): Extract<WhyUndefined, 'nobody' | 'one-person'> | null {
  const people = Object.values(raters);
  if (!people.some(({ length }) => length > 0)) return 'nobody';
  return people.length < 2 ? 'one-person' : null;
}
