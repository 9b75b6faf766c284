import { whyIncomparable } from './comparable.ts';
import type { Continuum, Span } from './continuum.ts';
import { type Figure, figure, undefinedFor } from './figure.ts';
import { flatSpans } from './flat-spans.ts';

interface MeanF1 {
  readonly value: number;
  /** Pairs of people of whom at least one marked something. */
  readonly pairs: number;
}

export interface SpanF1 {
  /** A span counts as found by the other with the same beginning, end and tag. */
  readonly exact: Figure<MeanF1>;
  /** … with the same tag on at least one of its characters. */
  readonly overlap: Figure<MeanF1>;
  /** Characters with the same tag. */
  readonly character: Figure<MeanF1>;
}

/**
 * Span F1, the mean over all pairs of people: 2PR / (P + R), P the share of one's spans that the other has and R the reverse; it does not
 * matter who is which. C. J. van Rijsbergen, "Information Retrieval" (2nd ed., 1979); as agreement G. Hripcsak and A. S. Rothschild, "Agreement, the F-measure, and reliability in
 * information retrieval", JAMIA 12 (2005). Luck is not taken out. Overlapping spans of one person are flattened, the latest wins.
 */
export function spanF1(continuum: Continuum): SpanF1 {
  const why = whyIncomparable(continuum);
  if (why !== null) {
    const none = undefinedFor(why);
    return { exact: none, overlap: none, character: none };
  }
  const people = Object.values(continuum.raters).map(flatSpans);
  const pairs = people.flatMap((a, at) =>
    people.slice(at + 1).flatMap((b) => (a.length + b.length === 0 ? [] : f1Of(a, b))),
  );
  const mean = (kind: keyof PairF1): Figure<MeanF1> =>
    figure({
      value: pairs.reduce((sum, one) => sum + one[kind], 0) / pairs.length,
      pairs: pairs.length,
    });
  return { exact: mean('exact'), overlap: mean('overlap'), character: mean('character') };
}

interface PairF1 {
  exact: number;
  overlap: number;
  character: number;
}

function f1Of(a: readonly Span[], b: readonly Span[]): PairF1 {
  const { exact, overlapA, overlapB, characters } = shared(a, b);
  const found = { precision: overlapA / (a.length || 1), recall: overlapB / (b.length || 1) };
  const sum = found.precision + found.recall;
  return {
    exact: (2 * exact) / (a.length + b.length),
    overlap: sum === 0 ? 0 : (2 * found.precision * found.recall) / sum,
    character: (2 * characters) / (charactersOf(a) + charactersOf(b)),
  };
}

interface Shared {
  exact: number;
  /** Spans of each that overlap one of the other with the same tag. */
  overlapA: number;
  overlapB: number;
  characters: number;
}

/** One walk along both. */
function shared(a: readonly Span[], b: readonly Span[]): Shared {
  const counted: Shared = { exact: 0, overlapA: 0, overlapB: 0, characters: 0 };
  let [atA, atB, lastA, lastB] = [0, 0, -1, -1];
  for (;;) {
    const [one, other] = [a[atA], b[atB]];
    if (one === undefined || other === undefined) return counted;
    const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
    if (common > 0 && one.tag === other.tag) {
      counted.characters += common;
      if (one.start === other.start && one.end === other.end) counted.exact += 1;
      if (lastA !== atA) counted.overlapA += 1;
      if (lastB !== atB) counted.overlapB += 1;
      [lastA, lastB] = [atA, atB];
    }
    if (one.end <= other.end) atA += 1;
    else atB += 1;
  }
}

function charactersOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
