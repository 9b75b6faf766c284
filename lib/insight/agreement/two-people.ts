import { type Figure, figure, undefinedFor } from './figure.ts';
import { MISSING, type Ratings } from './ratings.ts';

export interface TwoPeople {
  readonly value: number;
  /** Units on which both voted. */
  readonly units: number;
}

/**
 * Cohen's kappa: (A_o − A_e) / (1 − A_e) with A_e = Σ_c p_1c p_2c, each person with their own shares. J. Cohen, "A coefficient of agreement for nominal
 * scales", Educational and Psychological Measurement 20 (1960). Over the units on which both voted; a tie is a value of its own. Not for more than two.
 */
export function cohensKappa(ratings: Ratings): Figure<TwoPeople> {
  return overChance(ratings, (first, second) => first * second);
}

/**
 * Scott's pi: as Cohen's kappa, with A_e = Σ_c ((p_1c + p_2c) / 2)², the shares of both together. W. A. Scott, "Reliability of content analysis: the
 * case of nominal scale coding", Public Opinion Quarterly 19 (1955).
 */
export function scottsPi(ratings: Ratings): Figure<TwoPeople> {
  return overChance(ratings, (first, second) => ((first + second) / 2) ** 2);
}

/** `chance`: from two people's counts of one value, its part in the expected agreement, times units squared. */
function overChance(
  { rows, units, values }: Ratings,
  chance: (first: number, second: number) => number,
): Figure<TwoPeople> {
  const [first, second, more] = rows;
  if (first === undefined) return undefinedFor('nobody');
  if (second === undefined || more !== undefined) return undefinedFor('not-two-people');
  const gave = { first: new Float64Array(values.length), second: new Float64Array(values.length) };
  let [shared, same] = [0, 0];
  for (let unit = 0; unit < units; unit += 1) {
    const [a, b] = [first[unit] ?? MISSING, second[unit] ?? MISSING];
    if (a === MISSING || b === MISSING) continue;
    shared += 1;
    if (a === b) same += 1;
    gave.first[a] = (gave.first[a] ?? 0) + 1;
    gave.second[b] = (gave.second[b] ?? 0) + 1;
  }
  if (shared === 0) return undefinedFor(values.length === 0 ? 'nobody' : 'nothing-shared');
  const expected = gave.first.reduce(
    (sum, count, value) => sum + chance(count, gave.second[value] ?? 0),
    0,
  );
  // Counts, not shares, so that the comparison is exact.
  if (expected === shared ** 2) return undefinedFor('one-tag');
  return figure({
    value: (same * shared - expected) / (shared ** 2 - expected),
    units: shared,
  });
}
