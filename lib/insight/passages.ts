import type { Annotation } from '../annotation/record.ts';
import type { Passage } from './insight.ts';
import { RunningPassage } from './running-passage.ts';
import { entropy } from './votes.ts';

/**
 * Marked stretches in the order of the text; neighbours over which the same members gave the same tags are one. One walk over the ends, however many lie on one
 * another: O(n log n).
 */
export function passagesOf(annotations: Iterable<Annotation>): Passage[] {
  const all = [...annotations];
  const passages: Passage[] = [];
  const running = new RunningPassage(all);
  const ends = endsOf(all);
  let last: Passage | null = null;
  for (let at = 0; at < ends.length;) {
    const { offset } = endAt(ends, at, all.length);
    if (last !== null) last.end = offset;
    for (; at < ends.length; at += 1) {
      const end = endAt(ends, at, all.length);
      if (end.offset !== offset) break;
      running.change(end.index, end.by);
    }
    const differs = running.settle();
    if (running.members === 0) last = null;
    else if (last === null || differs) passages.push((last = running.passageFrom(offset)));
  }
  return passages;
}

/** Offset and annotation of each end in one number: sorting these is several times as fast as sorting objects. */
function endsOf(annotations: readonly Annotation[]): Float64Array {
  const width = annotations.length * 2;
  const ends = new Float64Array(width);
  for (const [index, { target }] of annotations.entries()) {
    ends[index * 2] = target.start * width + index * 2;
    ends[index * 2 + 1] = target.end * width + index * 2 + 1;
  }
  return ends.sort();
}

interface End {
  offset: number;
  /** Of the annotation. */
  index: number;
  by: 1 | -1;
}

function endAt(ends: Float64Array, at: number, annotations: number): End {
  const packed = ends[at] ?? 0;
  const rest = packed % (annotations * 2);
  return {
    offset: (packed - rest) / (annotations * 2),
    index: rest >> 1,
    by: rest % 2 === 0 ? 1 : -1,
  };
}

/** Passages on which members differ, most split times most marked first. */
export function mostContested(passages: readonly Passage[]): Passage[] {
  return passages
    .map((passage) => ({ passage, score: contestScore(passage) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || byLength(a.passage, b.passage))
    .map(({ passage }) => passage);
}

/** Members, where there are several. */
export const sharedScore = ({ members }: Passage): number => (members > 1 ? members : 0);

/** Members × entropy, 0 where all agree. */
export function contestScore({ members, tags }: Passage): number {
  return members * entropy(tags);
}

export const byLength = (a: Passage, b: Passage): number =>
  b.end - b.start - (a.end - a.start) || a.start - b.start;
