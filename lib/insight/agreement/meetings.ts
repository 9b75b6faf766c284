import type { Span } from './continuum.ts';

/** A span and whose it is. */
export interface OwnedSpan extends Span {
  readonly person: number;
}

/**
 * Calls `meet` once for every two spans of different people that overlap, and gives for each span (by its index in `spans`) with how many people's it overlaps. Spans
 * of one person must not overlap. One sweep with the list of open spans, which holds one for each person at most.
 */
export function forEachMeeting(
  spans: readonly OwnedSpan[],
  meet: (a: OwnedSpan, b: OwnedSpan) => void,
): Uint32Array {
  const order = [...spans.keys()].sort((a, b) => (spans[a]?.start ?? 0) - (spans[b]?.start ?? 0));
  const partners = new Uint32Array(spans.length);
  /** By person, where the last span before this one ended: whoever began before that has counted them. */
  const lastEnd = new Map<number, number>();
  let open: number[] = [];
  for (const index of order) {
    const span = spans[index] as OwnedSpan;
    open = open.filter((other) => (spans[other] as OwnedSpan).end > span.start);
    for (const other of open) {
      const before = spans[other] as OwnedSpan;
      meet(before, span);
      if ((lastEnd.get(span.person) ?? 0) <= before.start)
        partners[other] = (partners[other] ?? 0) + 1;
    }
    partners[index] = open.length;
    lastEnd.set(span.person, span.end);
    open.push(index);
  }
  return partners;
}
