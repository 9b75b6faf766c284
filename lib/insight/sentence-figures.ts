import type { Records } from '../annotation/record-set.ts';
import type { Annotation } from '../annotation/record.ts';
import { doneUpTo, mostCovering } from './agreement/sentence-vote.ts';
import type { Vote } from './agreement/vote.ts';
import type { Stretch } from './contested.ts';
import { counts } from './insight-of.ts';

/** What is known of one sentence. */
export interface SentenceFigures {
  /** Who tagged it, by id, and as what: the tag that covers most of it, several on a tie (INSIGHT.md, N2). */
  votes: ReadonlyMap<string, Vote>;
  /** Members by tag; who ties counts under each. */
  tags: Record<string, number>;
  /** What was said on words of it, in the order of the text. */
  comments: readonly Annotation[];
}

export function sentenceFigures(
  { start, end }: Stretch,
  annotations: Iterable<Annotation>,
): SentenceFigures {
  const here = [...annotations].filter(
    (one) => counts(one) && one.target.start < end && one.target.end > start,
  );
  const byAuthor = Map.groupBy(here.filter(hasTag), ({ author }) => author);
  const votes = new Map(
    [...byAuthor].map(([author, marks]) => [author, mostCovering([start, end], marks)]),
  );
  return { votes, tags: membersByTag(votes), comments: saidOn(here) };
}

/** Of the members those who gave it no tag, and how many of them are done with it: their silence says “nothing here”. */
export function silentOn(
  { end }: Pick<Stretch, 'end'>,
  { votes }: Pick<SentenceFigures, 'votes'>,
  members: readonly string[],
  { assessments }: Pick<Records, 'assessments'>,
): { unmarked: number; done: number } {
  const upTo = doneUpTo(assessments.values());
  const unmarked = members.filter((id) => !votes.has(id));
  return {
    unmarked: unmarked.length,
    done: unmarked.filter((id) => (upTo.get(id) ?? 0) >= end).length,
  };
}

const hasTag = (one: Annotation): one is Annotation & { tag: string } => one.tag !== null;

function membersByTag(votes: SentenceFigures['votes']): Record<string, number> {
  const tags: Record<string, number> = {};
  for (const tag of [...votes.values()].flat()) tags[tag] = (tags[tag] ?? 0) + 1;
  return tags;
}

function saidOn(annotations: readonly Annotation[]): Annotation[] {
  return annotations
    .filter(({ comment }) => comment !== null)
    .sort((a, b) => a.target.start - b.target.start || (a.created < b.created ? -1 : 1));
}
