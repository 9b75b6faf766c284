import { type Coincidences, coincidencesOf, tagsIn } from './coincidences.ts';
import { whyIncomparable } from './comparable.ts';
import type { Continuum } from './continuum.ts';
import { type Figure, type WhyUndefined, figure, undefinedFor } from './figure.ts';

interface Covering {
  readonly value: number;
  /** The share of what could be compared that this is about, 0 to 1. */
  readonly coverage: number;
}

/** The four coefficients for spans that people found and tagged themselves. */
export interface UnitizingAlpha {
  /** uα: where the spans are and which tags they have, gaps included. */
  readonly uAlpha: Figure;
  /** |uα: marked or not, whatever the tag. */
  readonly barUAlpha: Figure;
  /** cuα: which tag, where two or more marked. Covers so much of the whole length. */
  readonly cuAlpha: Figure<Covering>;
  /** (k)uα: how each tag is told from the others, where two or more marked. Covers so much of what has the tag. */
  readonly kuAlpha: Readonly<Record<string, Figure<Covering>>>;
}

/**
 * The family of K. Krippendorff, Y. Mathet, S. Bouvry and A. Widlöcher, "On the reliability of unitizing textual continua: Further developments",
 * Quality & Quantity 50 (2016); also K. Krippendorff, "Content Analysis" (4th ed., 2019), 12.6. Each is 1 − D_o / D_e over the lengths ℓ_ck on which two people's
 * values c and k meet; by luck they would meet on ε_ck = ℓ.. (ℓ_c ℓ_k − [c = k] own_c) / (ℓ..² − Σ own), any part with any but its own unit.
 * Spans of one person that overlap are flattened, the latest wins. Everyone in `raters` must have looked at all of the text: what they left is a gap.
 */
export function unitizingAlpha(continuum: Continuum): UnitizingAlpha {
  const tags = tagsIn(continuum);
  const why = whyIncomparable(continuum);
  if (why === null) return unitizingAlphaOf(coincidencesOf(continuum, tags));
  const none = undefinedFor(why);
  const kuAlpha = Object.fromEntries(tags.map((tag) => [tag, none]));
  return { uAlpha: none, barUAlpha: none, cuAlpha: none, kuAlpha };
}

/** The same over coincidences, summed over several texts if need be. */
export function unitizingAlphaOf(met: Coincidences): UnitizingAlpha {
  const [all, marked] = [withGaps(met), withoutGaps(met)];
  return {
    uAlpha: uAlpha(all),
    barUAlpha: barUAlpha(all),
    cuAlpha: cuAlpha(marked, all.total),
    kuAlpha: Object.fromEntries(
      met.tags.map((tag, index) => [tag, kuAlpha(marked, all, index + 1)]),
    ),
  };
}

interface Lengths {
  /** ℓ_cc. */
  readonly same: readonly number[];
  /** ℓ_c. */
  readonly of: readonly number[];
  /** ℓ... */
  readonly total: number;
  readonly own: Float64Array;
}

function withGaps({ observed, own }: Coincidences): Lengths {
  return lengthsOf(own, (c, k) => observed[c * own.length + k] ?? 0);
}

function withoutGaps({ observed, ownMarked }: Coincidences): Lengths {
  const width = ownMarked.length;
  return lengthsOf(ownMarked, (c, k) => (c * k === 0 ? 0 : (observed[c * width + k] ?? 0)));
}

function lengthsOf(own: Float64Array, met: (c: number, k: number) => number): Lengths {
  const values = [...own.keys()];
  const of = values.map((c) => values.reduce((sum, k) => sum + met(c, k), 0));
  return { same: values.map((c) => met(c, c)), of, total: sumOf(of), own };
}

function uAlpha(all: Lengths): Figure {
  return all.of.filter((length) => length > 0).length < 2
    ? undefinedFor('one-tag')
    : figure({ value: overLuck(all, all.total - sumOf(all.same), unlike(all)) });
}

/** Equation 6: gaps against everything else. Some of both meets, as somebody marked and somebody left a part. */
function barUAlpha(all: Lengths): Figure {
  const [gaps = 0] = all.of;
  const [agreed = 0] = all.same;
  return gaps === 0
    ? undefinedFor('everything-marked')
    : figure({ value: overLuck(all, 2 * (gaps - agreed), 2 * gaps * (all.total - gaps)) });
}

function cuAlpha(marked: Lengths, whole: number): Figure<Covering> {
  const why = whyNoTags(marked);
  if (why !== null) return undefinedFor(why);
  const value = overLuck(marked, marked.total - sumOf(marked.same), unlike(marked));
  return figure({ value, coverage: marked.total / whole });
}

function whyNoTags({ total, of }: Lengths): WhyUndefined | null {
  if (total === 0) return 'nothing-shared';
  return of.includes(total) ? 'one-tag' : null;
}

/** Equation 13b: 1 − (ε_k / ℓ_k) (ℓ_k − ℓ_kk) / (ε_k − ε_kk). */
function kuAlpha(marked: Lengths, all: Lengths, k: number): Figure<Covering> {
  const [here = 0, everywhere = 0] = [marked.of[k], all.of[k]];
  if (here === 0) return undefinedFor('tag-not-shared');
  if (here === marked.total) return undefinedFor('one-tag');
  const observed = (here - (marked.same[k] ?? 0)) / here;
  const byLuck = (here * (marked.total - here)) / (here * marked.total - (marked.own[k] ?? 0));
  return figure({ value: 1 - observed / byLuck, coverage: here / everywhere });
}

/** 1 − D_o / D_e, with D_e = ℓ.. · `products` / (ℓ..² − Σ own). */
function overLuck({ total, own }: Lengths, observed: number, products: number): number {
  return 1 - (observed * (total ** 2 - sumOf([...own]))) / (total * products);
}

/** Σ_{c≠k} ℓ_c ℓ_k. */
function unlike({ of, total }: Lengths): number {
  return of.reduce((sum, length) => sum + length * (total - length), 0);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
