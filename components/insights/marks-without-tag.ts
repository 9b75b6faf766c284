import type { Insight } from '#lib/insight/insight.ts';

/**
 * "8 tagged, 1 only commented": shares are of tags, so where some marks carry none both numbers are said. Null where
 * every mark has a tag.
 */
export function marksWithoutTag({
  annotations,
  tags,
}: Pick<Insight, 'annotations' | 'tags'>): string | null {
  const tagged = tags.reduce((sum, figure) => sum + figure.annotations, 0);
  return tagged === annotations ? null : `${tagged} tagged, ${annotations - tagged} only commented`;
}
