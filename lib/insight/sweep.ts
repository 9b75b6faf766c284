import type { Annotation } from '../annotation/record.ts';
import { RunningVotes } from './running-votes.ts';
import type { Votes } from './votes.ts';

/** A stretch between two neighbouring boundaries of annotations. UTF-16 offsets, half-open. */
export interface SweptSegment {
  start: number;
  end: number;
  votes: Votes;
  /** Those that begin at `start`, and those that end at `end`. */
  begins: readonly Annotation[];
  ends: readonly Annotation[];
}

/**
 * What `segmentsOf` and `votesOf` give together, by one sweep with running counts: O(n log n), however many lie on one
 * another. Where only annotations lie that do not count, they are the votes.
 */
export function sweep(
  annotations: Iterable<Annotation>,
  isCounted: (annotation: Annotation) => boolean = () => true,
): SweptSegment[] {
  const all = [...annotations];
  const begins = Map.groupBy(all, ({ target }) => target.start);
  const ends = Map.groupBy(all, ({ target }) => target.end);
  const boundaries = [...new Set([...begins.keys(), ...ends.keys()])].sort((a, b) => a - b);
  const [counted, others] = [new RunningVotes(), new RunningVotes()];
  const votesFor = (annotation: Annotation): RunningVotes =>
    isCounted(annotation) ? counted : others;
  let open = 0;
  return boundaries.flatMap((start, index) => {
    const ending = ends.get(start) ?? [];
    const beginning = begins.get(start) ?? [];
    for (const annotation of ending) votesFor(annotation).take(annotation);
    for (const annotation of beginning) votesFor(annotation).add(annotation);
    open += beginning.length - ending.length;
    if (open === 0) return [];
    const end = boundaries[index + 1] as number;
    const votes = counted.now();
    return {
      start,
      end,
      votes: votes.members > 0 ? votes : others.now(),
      begins: beginning,
      ends: ends.get(end) ?? [],
    };
  });
}
