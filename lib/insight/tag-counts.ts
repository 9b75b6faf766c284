import type { Records } from '../annotation/record-set.ts';
import { doneMembers } from './insight-of.ts';

/** What one line about a reading says of it. */
export interface TagCounts {
  /** Annotations by tag. */
  tags: Record<string, number>;
  /** Who said that they are done, those who left the group since among them. */
  done: ReadonlySet<string>;
}

/** Those figures of `insightOf` that need one walk over the records and no order. */
export function tagCountsOf(records: Pick<Records, 'annotations' | 'assessments'>): TagCounts {
  const tags: Record<string, number> = {};
  for (const { tag } of records.annotations.values())
    if (tag !== null) tags[tag] = (tags[tag] ?? 0) + 1;
  return { tags, done: doneMembers(records) };
}
