import { type Figure, figure, undefinedFor } from './figure.ts';
import { type UnitCounts, likenesses, pairSums } from './unit-counts.ts';

export interface SameTag {
  /** 0 to 1. */
  readonly value: number;
  /** Pairs of people on one unit who chose the same; a shared part of a tie counts in part. */
  readonly same: number;
  /** Pairs of people on one unit. */
  readonly pairs: number;
  /** Units on which two or more voted. */
  readonly units: number;
}

/**
 * Same-tag chance: two people who voted on the same unit, taken at random from all such pairs, chose the same this often.
 * Σ_u Σ_c n_uc (n_uc − 1) / Σ_u m_u (m_u − 1), with n_uc votes for c and m_u votes on unit u; ties count by likeness. Pooled over pairs;
 * with equally many votes on every unit it is the observed agreement of J. L. Fleiss, "Measuring nominal scale agreement among many raters",
 * Psychological Bulletin 76 (1971), P̄.
 */
export function sameTagChance(counts: UnitCounts): Figure<SameTag> {
  const sums = pairSums(counts, likenesses(counts.values));
  let [same, pairs, units] = [0, 0, 0];
  for (const [unit, voters] of counts.voters.entries()) {
    if (voters < 2) continue;
    same += (sums[unit] ?? 0) / 2;
    pairs += (voters * (voters - 1)) / 2;
    units += 1;
  }
  return pairs === 0
    ? undefinedFor(whyNoPairs(counts))
    : figure({ value: same / pairs, same, pairs, units });
}

/** Why no two people can be compared. */
export function whyNoPairs({ voters }: UnitCounts): 'nobody' | 'nothing-shared' {
  return voters.some((count) => count > 0) ? 'nothing-shared' : 'nobody';
}
