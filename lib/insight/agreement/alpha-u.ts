import { whyIncomparable } from './comparable.ts';
import type { Continuum, Span } from './continuum.ts';
import { type Figure, figure, undefinedFor } from './figure.ts';
import { flatSpansByTag } from './flat-spans.ts';
import { forEachMeeting } from './meetings.ts';

export interface AlphaU {
  /** Over all tags. */
  readonly overall: Figure;
  readonly byTag: Readonly<Record<string, Figure>>;
}

/**
 * αU, the older coefficient for spans: 1 − Σ_c D_oc / Σ_c D_ec, each tag c alone, so that spans with different tags may overlap; those with one tag are
 * flattened. K. Krippendorff, "On the reliability of unitizing contiguous data", Sociological Methodology 25 (1995), with the terms of "Measuring the
 * reliability of qualitative text analysis data", Quality & Quantity 38 (2004), and "Content Analysis" (2nd ed., 2004), 11.4. For more than two people its
 * authors replaced it in 2016 by uα.
 */
export function alphaU(continuum: Continuum): AlphaU {
  const { length, raters } = continuum;
  const people = Object.values(raters).map(flatSpansByTag);
  const tags = [...new Set(people.flatMap((spans) => [...spans.keys()]))].sort();
  const why = whyIncomparable(continuum);
  const parts = tags.map((tag) => {
    const spans = people.map((byTag) => byTag.get(tag) ?? []);
    return { observed: observed(spans, length), expected: expected(spans, length) };
  });
  const figureOf = (some: readonly Disagreement[]): Figure =>
    why === null ? alphaOf(some) : undefinedFor(why);
  return {
    overall: figureOf(parts),
    byTag: Object.fromEntries(tags.map((tag, at) => [tag, figureOf(parts.slice(at, at + 1))])),
  };
}

interface Disagreement {
  readonly observed: number;
  readonly expected: number;
}

function alphaOf(parts: readonly Disagreement[]): Figure {
  const expected = parts.reduce((sum, part) => sum + part.expected, 0);
  if (expected === 0) return undefinedFor('one-tag');
  const observed = parts.reduce((sum, part) => sum + part.observed, 0);
  return figure({ value: 1 - observed / expected });
}

/**
 * D_oc: the mean over ordered pairs of people of Σ δ² / L². Two units that meet differ by (b_g − b_h)² + (e_g − e_h)², with b their beginnings and e their
 * ends; a unit that meets none of the other's lies within a gap and differs by its length².
 */
function observed(people: readonly (readonly Span[])[], length: number): number {
  const spans = people.flatMap((own, person) => own.map((span) => ({ ...span, person })));
  let sum = 0;
  const partners = forEachMeeting(spans, (a, b) => {
    sum += (a.start - b.start) ** 2 + (a.end - b.end) ** 2;
  });
  for (const [index, { start, end }] of spans.entries())
    sum += (end - start) ** 2 * (people.length - 1 - (partners[index] ?? 0));
  return (2 * sum) / (people.length * (people.length - 1) * length ** 2);
}

/**
 * D_ec = (2/L) Σ_g [ (N − 1)/3 · (2l³ − 3l² + l) + l² Σ_h (l_h − l + 1) ] / (mL (mL − 1) − Σ_g l (l − 1)), over the N units g, each of length l, and the gaps h of everybody
 * that are as long or longer.
 */
function expected(people: readonly (readonly Span[])[], length: number): number {
  const lengths = people.flat().map(({ start, end }) => end - start);
  const room = roomIn(people.flatMap((spans) => gapLengths(spans, length)));
  let [sum, own] = [0, 0];
  for (const l of lengths) {
    sum += ((lengths.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * room(l);
    own += l * (l - 1);
  }
  const all = people.length * length;
  return sum === 0 ? 0 : (2 * sum) / (length * (all * (all - 1) - own));
}

function gapLengths(spans: readonly Span[], length: number): number[] {
  const starts = [...spans.map(({ start }) => start), length];
  const ends = [0, ...spans.map(({ end }) => end)];
  return starts.map((start, at) => start - (ends[at] ?? 0)).filter((gap) => gap > 0);
}

/** In how many ways a unit of a length fits into the gaps. */
function roomIn(gaps: readonly number[]): (length: number) => number {
  const longestFirst = Float64Array.from(gaps).sort().toReversed();
  const sums = new Float64Array(gaps.length + 1);
  for (const [at, gap] of longestFirst.entries()) sums[at + 1] = (sums[at] ?? 0) + gap;
  return (length) => {
    const fitting = countAtLeast(longestFirst, length);
    return (sums[fitting] ?? 0) - fitting * (length - 1);
  };
}

function countAtLeast(longestFirst: Float64Array, length: number): number {
  let [low, high] = [0, longestFirst.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((longestFirst[middle] ?? 0) >= length) low = middle + 1;
    else high = middle;
  }
  return low;
}
