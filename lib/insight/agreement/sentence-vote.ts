import type { Annotation, Assessment } from '../../annotation/record.ts';
import type { Stretch } from '../contested.ts';
import { coveredLength } from '../covered-length.ts';
import { type Vote, voteOf } from './vote.ts';

/** Beginning and end, UTF-16, half-open. */
export type Sentence = readonly [start: number, end: number];

/** Of an annotation, what a vote needs. */
export type Mark = Pick<Annotation, 'id' | 'author' | 'tag'> & {
  readonly target: Pick<Annotation['target'], 'start' | 'end'>;
};

export type TaggedMark = Mark & { readonly tag: string };

export const isTagged = (mark: Mark): mark is TaggedMark => mark.tag !== null;

/**
 * The tag that covers most of the sentence's characters, all of them on a tie (INSIGHT.md, N2). `marks`: at least one, a member's, all of which meet the sentence.
 */
export function mostCovering([start, end]: Sentence, marks: readonly TaggedMark[]): Vote {
  const [first] = marks;
  if (marks.every(({ tag }) => tag === first?.tag)) return first === undefined ? [] : [first.tag];
  const sentence = { start, end };
  const tags = [...new Set(marks.map(({ tag }) => tag))];
  const covered = tags.map((tag) =>
    coveredOf(
      sentence,
      marks.filter((mark) => mark.tag === tag),
    ),
  );
  const most = Math.max(...covered);
  return voteOf(tags.filter((_, at) => covered[at] === most));
}

function coveredOf({ start, end }: Stretch, marks: readonly TaggedMark[]): number {
  const parts = marks.map(({ target }) => ({
    start: Math.max(start, target.start),
    end: Math.min(end, target.end),
  }));
  const [only, more] = parts;
  return only !== undefined && more === undefined ? only.end - only.start : coveredLength(parts);
}

/** By member, up to where they said that they are done: the furthest of what stands. */
export function doneUpTo(assessments: Iterable<Assessment>): Map<string, number> {
  const furthest = new Map<string, number>();
  for (const one of assessments)
    if (one.kind === 'done')
      furthest.set(one.author, Math.max(one.upTo, furthest.get(one.author) ?? 0));
  return furthest;
}
