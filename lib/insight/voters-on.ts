import type { Annotation } from '../annotation/record.ts';
import { type Vote, voteOf } from './agreement/vote.ts';
import type { Stretch } from './contested.ts';

/** Who tagged all of a passage, by id, and as what; who gave two tags there gave both. */
export function votersOn(
  { start, end }: Stretch,
  annotations: Iterable<Annotation>,
): Map<string, Vote> {
  const votes = new Map<string, Vote>();
  for (const { author, tag, target } of annotations)
    if (tag !== null && target.start <= start && target.end >= end)
      votes.set(author, voteOf([...(votes.get(author) ?? []), tag]));
  return votes;
}
