import type { Annotation } from '../annotation/record.ts';

export type Tagged = Annotation & { readonly tag: string };

export const isTagged = (mark: Annotation): mark is Tagged => mark.tag !== null;

/** How many there are of each tag. */
export function tagCounts(marks: readonly Pick<Tagged, 'tag'>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { tag } of marks) counts[tag] = (counts[tag] ?? 0) + 1;
  return counts;
}
