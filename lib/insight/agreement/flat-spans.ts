import type { Span } from './continuum.ts';

/**
 * One person's spans without overlaps, in the order of the text: where two overlap the later one wins, and what remains of the earlier
 * one (one piece or several) stays. Spans that only touch stay apart.
 */
export function flatSpans(spans: readonly Span[]): Span[] {
  const covered = new Covered();
  return spans
    .toReversed()
    .flatMap(({ start, end, tag }) => covered.cover(start, end).map((free) => ({ ...free, tag })))
    .sort((a, b) => a.start - b.start);
}

/** The same for each tag alone: spans with different tags may overlap. */
export function flatSpansByTag(spans: readonly Span[]): Map<string, Span[]> {
  const byTag = Map.groupBy(spans, ({ tag }) => tag);
  return new Map([...byTag].map(([tag, group]) => [tag, flatSpans(group)]));
}

interface Stretch {
  start: number;
  end: number;
}

/** What is covered so far, in the order of the text; what touches is one. */
class Covered {
  readonly #stretches: Stretch[] = [];

  /** Covers it, and gives the parts of it that were free. */
  cover(start: number, end: number): Stretch[] {
    const first = this.#firstEndingFrom(start);
    const free: Stretch[] = [];
    const merged = { start, end };
    let at = start;
    let next = first;
    for (let one = this.#stretches[next]; one !== undefined && one.start <= end;) {
      if (one.start > at) free.push({ start: at, end: one.start });
      at = Math.max(at, one.end);
      merged.start = Math.min(merged.start, one.start);
      merged.end = Math.max(merged.end, one.end);
      next += 1;
      one = this.#stretches[next];
    }
    if (at < end) free.push({ start: at, end });
    this.#stretches.splice(first, next - first, merged);
    return free;
  }

  #firstEndingFrom(offset: number): number {
    let [low, high] = [0, this.#stretches.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#stretches[middle]?.end ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
