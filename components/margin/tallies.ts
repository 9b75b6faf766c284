import type { Annotation } from '#lib/annotation/record.ts';
import type { Block } from '#lib/article/document.ts';
import { isBare } from './conversations.ts';

/** The tags without comment that begin in one block. */
export interface Tally {
  /** Index of the block. */
  block: number;
  /** The block's first offset. */
  start: number;
  /** Marks by tag. */
  tags: Record<string, number>;
}

/** The tally of what touches one block; null where no bare tag begins. */
export function tallyOf(
  annotations: Iterable<Annotation>,
  { start }: Pick<Block, 'start'>,
  block: number,
): Tally | null {
  const tags: Record<string, number> = {};
  for (const annotation of annotations) {
    const { tag, target } = annotation;
    if (tag !== null && isBare(annotation) && target.start >= start)
      tags[tag] = (tags[tag] ?? 0) + 1;
  }
  return Object.keys(tags).length === 0 ? null : { block, start, tags };
}
