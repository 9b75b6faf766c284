import type { Annotation } from '#lib/annotation/record.ts';
import { leadingTag, splitStep, votesOf } from '#lib/insight/votes.ts';

/** Equal stretches of the text in which marks begin. */
export interface Bucket {
  /** 0 for the beginning of the text. */
  index: number;
  members: number;
  /** Null on a tie or without a tag. */
  tag: string | null;
  /** How much its marks differ: 0 where all agree. */
  split: 0 | 1 | 2 | 3 | 4;
}

/** Only buckets with marks, in the order of the text. `length`: of the text, in UTF-16 units. */
export function bucketsOf(
  annotations: readonly Annotation[],
  length: number,
  buckets: number,
): Bucket[] {
  const byBucket = Map.groupBy(annotations, ({ target }) =>
    Math.min(buckets - 1, Math.floor((target.start / length) * buckets)),
  );
  return [...byBucket]
    .sort(([a], [b]) => a - b)
    .map(([index, marks]) => {
      const votes = votesOf(marks);
      return { index, members: votes.members, tag: leadingTag(votes), split: splitStep(votes) };
    });
}
