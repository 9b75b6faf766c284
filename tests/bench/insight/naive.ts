import type { Annotation, Assessment } from '#lib/annotation/record.ts';
import type { Records } from '#lib/annotation/record-set.ts';
import {
  doneUpTo,
  mostCovering,
  type Sentence,
  type TaggedMark,
} from '#lib/insight/agreement/sentence-vote.ts';
import { ratingsOf } from '#lib/insight/agreement/ratings.ts';
import { sameTagChance } from '#lib/insight/agreement/same-tag.ts';
import { krippendorffsAlpha } from '#lib/insight/agreement/alpha.ts';
import { unitCountsOf } from '#lib/insight/agreement/unit-counts.ts';
import type { Vote } from '#lib/insight/agreement/vote.ts';
import type { InsightOf } from '#lib/insight/reading-insight.ts';

/** How one would write it down at first: each member's vote on each sentence from all marks of theirs, all anew after each event. */
export function naiveAgreement(
  { annotations, assessments }: Records,
  { blocks, members }: InsightOf,
) {
  const sentences = blocks.flatMap((block) => block.sentences);
  const byMember = Map.groupBy(annotations.values(), ({ author }) => author);
  const rows = members.map((member) =>
    rowOf(sentences, byMember.get(member) ?? [], upToOf(assessments.values(), member)),
  );
  const counts = unitCountsOf(ratingsOf(rows));
  return { sameTag: sameTagChance(counts), alpha: krippendorffsAlpha(counts) };
}

function upToOf(assessments: Iterable<Assessment>, member: string): number {
  return doneUpTo(assessments).get(member) ?? 0;
}

function rowOf(
  sentences: readonly Sentence[],
  own: readonly Annotation[],
  upTo: number,
): (Vote | null)[] {
  return sentences.map(([start, end]) => {
    const here = own.filter(
      (one): one is TaggedMark & Annotation =>
        one.tag !== null && one.target.start < end && one.target.end > start,
    );
    if (here.length > 0) return mostCovering([start, end], here);
    return end <= upTo ? [] : null;
  });
}
