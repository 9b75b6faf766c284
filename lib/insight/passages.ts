import type { Annotation } from '../annotation/record.ts';
import type { Passage } from './insight.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { entropy, votesOf } from './votes.ts';

/**
 * Marked stretches in the order of the text; neighbours over which the same members gave the same tags are one.
 */
export function passagesOf(annotations: Iterable<Annotation>): Passage[] {
  const passages: Passage[] = [];
  let voters = '';
  for (const segment of segmentsOf(annotations)) {
    const last = passages.at(-1);
    const here = votersOf(segment);
    if (last?.end === segment.start && here === voters) last.end = segment.end;
    else passages.push(passageOf(segment));
    voters = here;
  }
  return passages;
}

function votersOf({ annotations }: Segment): string {
  return [...new Set(annotations.map(({ author, tag }) => `${author} ${tag ?? ''}`))].sort().join();
}

function passageOf({ start, end, annotations }: Segment): Passage {
  const { members, tags } = votesOf(annotations);
  return { start, end, members, tags };
}

/** Passages that several members marked, most members first; among equals the longer, then the earlier. */
export function mostMarked(passages: readonly Passage[]): Passage[] {
  return passages
    .filter(({ members }) => members > 1)
    .sort((a, b) => b.members - a.members || byLength(a, b));
}

/** Passages on which members differ, most split times most marked first. */
export function mostContested(passages: readonly Passage[]): Passage[] {
  return passages
    .filter(({ tags }) => Object.keys(tags).length > 1)
    .sort((a, b) => contest(b) - contest(a) || byLength(a, b));
}

const contest = ({ members, tags }: Passage): number => members * entropy(tags);
const byLength = (a: Passage, b: Passage): number =>
  b.end - b.start - (a.end - a.start) || a.start - b.start;
