import type { Redrawable } from './bootstrap.ts';
import { type Figure, figure, undefinedFor } from './figure.ts';
import { whyNoPairs } from './same-tag.ts';
import { type UnitCounts, likenesses, pairSums } from './unit-counts.ts';

export interface Alpha {
  readonly value: number;
  /** Units on which two or more voted. */
  readonly units: number;
  /** Votes on these. */
  readonly votes: number;
}

/**
 * Krippendorff's alpha, nominal, with missing data: 1 − D_o / D_e, where
 * D_o = (1/n) Σ_u Σ_{c≠k} n_uc n_uk δ_ck / (m_u − 1) and D_e = Σ_{c≠k} n_c n_k δ_ck / (n (n − 1)), over the units with m_u ≥ 2 votes; n votes on
 * these. K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), C. Between single tags δ is 0 or 1; of a tie it is the
 * Jaccard distance, as alpha allows any (K5).
 */
export function krippendorffsAlpha(counts: UnitCounts): Figure<Alpha> {
  const parts = alphaParts(counts);
  const total = new AlphaTotal(parts);
  for (const unit of parts.units) total.add(unit);
  if (total.votes === 0) return undefinedFor(whyNoPairs(counts));
  const { alpha: value } = total.values();
  return value === null
    ? undefinedFor('one-tag')
    : figure({ value, units: parts.units.length, votes: total.votes });
}

/** What each unit brings to alpha. */
export interface AlphaParts {
  readonly counts: UnitCounts;
  /** δ of each vote to each. */
  readonly differences: Float64Array;
  /** By unit: Σ_{c≠k} n_uc n_uk δ_ck / (m_u − 1). */
  readonly disagreement: Float64Array;
  /** Those with two votes or more. */
  readonly units: readonly number[];
}

export function alphaParts(counts: UnitCounts): AlphaParts {
  const differences = likenesses(counts.values).map((likeness) => 1 - likeness);
  const voters = [...counts.voters];
  return {
    counts,
    differences,
    disagreement: pairSums(counts, differences).map((sum, unit) => {
      const others = (voters[unit] ?? 0) - 1;
      return others > 0 ? sum / others : 0;
    }),
    units: voters.flatMap((count, unit) => (count > 1 ? unit : [])),
  };
}

/** Alpha over the units added so far; one may be added again, as a bootstrap does. */
export class AlphaTotal implements Redrawable<'alpha'> {
  votes = 0;
  readonly #parts: AlphaParts;
  readonly #byValue: Float64Array;
  #disagreement = 0;

  constructor(parts: AlphaParts) {
    this.#parts = parts;
    this.#byValue = new Float64Array(parts.counts.values.length);
  }

  add(unit: number): void {
    const { counts, disagreement } = this.#parts;
    const width = this.#byValue.length;
    this.#disagreement += disagreement[unit] ?? 0;
    this.votes += counts.voters[unit] ?? 0;
    for (let value = 0; value < width; value += 1)
      this.#byValue[value] =
        (this.#byValue[value] ?? 0) + (counts.counts[unit * width + value] ?? 0);
  }

  clear(): void {
    this.votes = 0;
    this.#disagreement = 0;
    this.#byValue.fill(0);
  }

  /** Null where all votes are the same. */
  values(): { alpha: number | null } {
    const expected = this.#expected();
    const alpha = expected === 0 ? null : 1 - ((this.votes - 1) * this.#disagreement) / expected;
    return { alpha };
  }

  /** Σ_{c≠k} n_c n_k δ_ck. */
  #expected(): number {
    const width = this.#byValue.length;
    let sum = 0;
    for (let a = 0; a < width; a += 1)
      for (let b = 0; b < width; b += 1)
        sum +=
          (this.#byValue[a] ?? 0) *
          (this.#byValue[b] ?? 0) *
          (this.#parts.differences[a * width + b] ?? 0);
    return sum;
  }
}
