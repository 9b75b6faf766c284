import type { Annotation } from '../annotation/record.ts';

/** A stretch between two neighbouring annotation boundaries. UTF-16 offsets, half-open. */
export interface Segment {
  start: number;
  end: number;
  /** The annotations that cover all of it, shortest first, then by id. */
  annotations: readonly Annotation[];
}

/**
 * Flattens overlapping annotations into disjoint segments in the order of the text; unmarked stretches are
 * left out. O(n log n + the sum of the annotations per segment).
 */
export function segmentsOf(annotations: Iterable<Annotation>): Segment[] {
  const byStart = [...annotations].sort((a, b) => a.target.start - b.target.start);
  const boundaries = boundariesOf(byStart);
  const segments: Segment[] = [];
  let open: Annotation[] = [];
  let next = 0;
  for (let index = 0; index + 1 < boundaries.length; index += 1) {
    const start = boundaries[index] as number;
    const end = boundaries[index + 1] as number;
    open = open.filter(({ target }) => target.end > start);
    for (; byStart[next]?.target.start === start; next += 1) open.push(byStart[next] as Annotation);
    if (open.length > 0) segments.push({ start, end, annotations: [...open].sort(shortestFirst) });
  }
  return segments;
}

function boundariesOf(annotations: readonly Annotation[]): number[] {
  const offsets = new Set<number>();
  for (const { target } of annotations) offsets.add(target.start).add(target.end);
  return [...offsets].sort((a, b) => a - b);
}

export function shortestFirst(a: Annotation, b: Annotation): number {
  return lengthOf(a) - lengthOf(b) || compareIds(a.id, b.id);
}

const lengthOf = ({ target }: Annotation): number => target.end - target.start;
const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
