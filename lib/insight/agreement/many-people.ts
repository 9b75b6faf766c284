import { type Figure, figure, undefinedFor } from './figure.ts';
import { whyNoPairs } from './same-tag.ts';
import type { UnitCounts } from './unit-counts.ts';

export interface ManyPeople {
  readonly value: number;
  /** Units on which two or more voted. */
  readonly units: number;
}

/**
 * Fleiss' kappa: (P̄ − P_e) / (1 − P_e), P̄ the mean over the units of Σ_c n_uc (n_uc − 1) / (m_u (m_u − 1)), P_e = Σ_c π_c², π_c the mean over the units of
 * n_uc / m_u. J. L. Fleiss, Psychological Bulletin 76 (1971); where units have unequally many votes as K. L. Gwet, "Handbook of Inter-Rater
 * Reliability" (4th ed., 2014), ch. 2: P̄ over units with two votes or more, π_c over all that have any. A tie is a value of its own.
 */
export function fleissKappa(counts: UnitCounts): Figure<ManyPeople> {
  return overChance(counts, (shares) => shares.reduce((sum, share) => sum + share ** 2, 0));
}

/**
 * Gwet's AC1: as Fleiss' kappa, with P_e = Σ_c π_c (1 − π_c) / (q − 1) for the q values that were given. K. L. Gwet, "Computing inter-rater reliability and
 * its variance in the presence of high agreement", British Journal of Mathematical and Statistical Psychology 61 (2008); missing votes as in
 * the Handbook (2014).
 */
export function gwetsAc1(counts: UnitCounts): Figure<ManyPeople> {
  return overChance(counts, (shares) => {
    const given = shares.filter((share) => share > 0);
    return given.reduce((sum, share) => sum + share * (1 - share), 0) / (given.length - 1);
  });
}

/** `chance`: from the share of each value, the agreement to expect. */
function overChance(
  counts: UnitCounts,
  chance: (shares: readonly number[]) => number,
): Figure<ManyPeople> {
  const { agreement, units } = meanAgreement(counts);
  if (units === 0) return undefinedFor(whyNoPairs(counts));
  const shares = meanShares(counts);
  if (shares.filter((share) => share > 0).length < 2) return undefinedFor('one-tag');
  const expected = chance(shares);
  return figure({ value: (agreement - expected) / (1 - expected), units });
}

/** P̄. */
function meanAgreement({ counts, voters, values }: UnitCounts): {
  agreement: number;
  units: number;
} {
  const width = values.length;
  let [sum, units] = [0, 0];
  for (const [unit, votes] of voters.entries()) {
    if (votes < 2) continue;
    units += 1;
    const here = counts.subarray(unit * width, (unit + 1) * width);
    sum += here.reduce((pairs, count) => pairs + count * (count - 1), 0) / (votes * (votes - 1));
  }
  return { agreement: sum / units, units };
}

/** π_c for each value. */
function meanShares({ counts, voters, values }: UnitCounts): number[] {
  const voted = voters.reduce((sum, votes) => sum + (votes > 0 ? 1 : 0), 0);
  return values.map((_, value) => {
    const sum = voters.reduce(
      (shares, votes, unit) =>
        votes === 0 ? shares : shares + (counts[unit * values.length + value] ?? 0) / votes,
      0,
    );
    return sum / voted;
  });
}
