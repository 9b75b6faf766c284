import { boundariesOf } from './boundaries.ts';
import type { Continuum, Span } from './continuum.ts';
import { flatSpans } from './flat-spans.ts';

/**
 * Over which lengths two people's values meet (K. Krippendorff, Y. Mathet, S. Bouvry and A. Widlöcher, "On the reliability of unitizing textual
 * continua: Further developments", Quality & Quantity 50, 2016). A value is a tag or, at index 0, a gap. All lengths are m − 1 times those of the paper, and
 * squares of them (m − 1)² times, so that they are whole numbers; no coefficient changes by that.
 */
export interface Coincidences {
  /** From index 1 on. */
  readonly tags: readonly string[];
  /** ℓ_ck, `tags.length + 1` squared, row by row: over ordered pairs of people, the length where one has c and the other k. */
  readonly observed: Float64Array;
  /** By value, what its units would make with themselves: Σ length². Gaps are no units: Σ length. */
  readonly own: Float64Array;
  /** The same without gaps: Σ over the value's units of the square of what they bring to ℓ*_c. */
  readonly ownMarked: Float64Array;
}

/** By one sweep over the boundaries with counts of people by value: O(n log n + n · tags²). `tags`: at least those in it, each once. */
export function coincidencesOf(
  { length, raters }: Continuum,
  tags: readonly string[],
): Coincidences {
  const people = Object.values(raters).map(flatSpans);
  const spans = people.flat();
  const indexes = new Map(tags.map((tag, index) => [tag, index + 1]));
  const { observed, paired } = swept(spans, indexes, length, people.length);
  const [own, ownMarked] = [new Float64Array(tags.length + 1), new Float64Array(tags.length + 1)];
  const others = (people.length - 1) ** 2;
  let gaps = length * people.length;
  for (const { start, end, tag } of spans) {
    const value = indexes.get(tag) ?? 0;
    gaps -= end - start;
    own[value] = (own[value] ?? 0) + (end - start) ** 2 * others;
    const brought = (paired.get(end) ?? 0) - (paired.get(start) ?? 0);
    ownMarked[value] = (ownMarked[value] ?? 0) + brought ** 2;
  }
  own[0] = gaps * others;
  return { tags, observed, own, ownMarked };
}

/** ℓ_ck; and by boundary, summed from the text's beginning, how many others marked along with one who did. */
function swept(
  spans: readonly Span[],
  indexes: ReadonlyMap<string, number>,
  length: number,
  people: number,
): { observed: Float64Array; paired: Map<number, number> } {
  const width = indexes.size + 1;
  const observed = new Float64Array(width ** 2);
  const counts = new Float64Array(width);
  counts[0] = people;
  const paired = new Map([[0, 0]]);
  let [from, sum] = [0, 0];
  const passTo = (at: number): void => {
    addMeetings(observed, counts, at - from);
    sum += (at - from) * Math.max(0, people - (counts[0] ?? 0) - 1);
    paired.set(at, sum);
    from = at;
  };
  for (const { at, tag, by } of boundariesOf(spans, indexes)) {
    if (at > from) passTo(at);
    counts[tag] = (counts[tag] ?? 0) + by;
    counts[0] -= by;
  }
  passTo(length);
  return { observed, paired };
}

/** Adds n_c n_k, and n_c (n_c − 1) where c = k, times the length. */
function addMeetings(observed: Float64Array, counts: Float64Array, length: number): void {
  const width = counts.length;
  for (let c = 0; c < width; c += 1) {
    const haveC = counts[c] ?? 0;
    if (haveC === 0) continue;
    for (let k = 0; k < width; k += 1) {
      const haveK = (counts[k] ?? 0) - (c === k ? 1 : 0);
      observed[c * width + k] = (observed[c * width + k] ?? 0) + haveC * haveK * length;
    }
  }
}

/** Every tag in it, in alphabetical order. */
export function tagsIn({ raters }: Pick<Continuum, 'raters'>): string[] {
  const spans = Object.values(raters).flat();
  return [...new Set(spans.map(({ tag }) => tag))].sort();
}
