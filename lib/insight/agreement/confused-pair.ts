import { type Figure, figure, undefinedFor } from './figure.ts';
import { whyNoPairs } from './same-tag.ts';
import type { UnitCounts } from './unit-counts.ts';
import { type Vote, voteKey } from './vote.ts';

export interface ConfusedPair {
  /** The two votes, in alphabetical order; null where nobody differs. */
  readonly between: readonly [Vote, Vote] | null;
  /** Pairs of people on one unit who chose these two. */
  readonly pairs: number;
  /** Pairs of people on one unit who chose differently at all. */
  readonly differing: number;
}

/**
 * The two votes that most often stand against each other: the largest Σ_u n_uc n_uk, c ≠ k (the largest cell off the diagonal of the
 * coincidence matrix of Krippendorff 2011, without its weights, so that it can be said as a count). Among equal ones the alphabetically first.
 */
export function mostConfusedPair(counts: UnitCounts): Figure<ConfusedPair> {
  if (!counts.voters.some((votes) => votes > 1)) return undefinedFor(whyNoPairs(counts));
  const opposed = opposedPairs(counts).sort((a, b) => b.pairs - a.pairs || compare(a.key, b.key));
  const [most] = opposed;
  return figure({
    between: most === undefined ? null : most.between,
    pairs: most?.pairs ?? 0,
    differing: opposed.reduce((sum, { pairs }) => sum + pairs, 0),
  });
}

interface Opposed {
  between: readonly [Vote, Vote];
  key: string;
  pairs: number;
}

function opposedPairs({ values, counts, units }: UnitCounts): Opposed[] {
  const order = [...values.keys()].sort((a, b) => compare(keyAt(values, a), keyAt(values, b)));
  const opposed: Opposed[] = [];
  for (const [rank, a] of order.entries()) {
    for (const b of order.slice(rank + 1)) {
      let pairs = 0;
      for (let unit = 0; unit < units; unit += 1)
        pairs += (counts[unit * values.length + a] ?? 0) * (counts[unit * values.length + b] ?? 0);
      const between = [values[a] ?? [], values[b] ?? []] as const;
      if (pairs > 0) opposed.push({ between, key: between.map(voteKey).join('\u0001'), pairs });
    }
  }
  return opposed;
}

const keyAt = (values: readonly Vote[], at: number): string => voteKey(values[at] ?? []);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
