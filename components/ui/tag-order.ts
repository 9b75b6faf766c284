import { DEFAULT_CODEBOOK, type TagDefinition } from '#lib/annotation/codebook.ts';

/** Numbers by tag, e.g. of marks or of members. */
export type TagNumbers = Readonly<Record<string, number>>;

export interface TagNumber {
  tag: TagDefinition;
  count: number;
}

/** The numbers in the codebook's order, zeros included, so that a tag always stands in the same place. */
export function inCodebookOrder(counts: TagNumbers): TagNumber[] {
  return DEFAULT_CODEBOOK.map((tag) => ({ tag, count: counts[tag.id] ?? 0 }));
}

/** "7 fact, 2 prediction, 3 opinion"; "no tags yet" when there are none. */
export function spokenCounts(counts: TagNumbers): string {
  const given = inCodebookOrder(counts).filter(({ count }) => count > 0);
  return given.length === 0
    ? 'no tags yet'
    : given.map(({ tag, count }) => `${count} ${tag.name}`).join(', ');
}
