import { blockAt } from '#lib/anchor/block-at.ts';
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

/** One tally for each block with bare tags, in the order of the text. */
export function talliesOf(annotations: Iterable<Annotation>, blocks: readonly Block[]): Tally[] {
  const byBlock = Map.groupBy(
    [...annotations].filter(isBare),
    ({ target }) => blockAt(blocks, target.start)?.index,
  );
  return blocks.flatMap(({ start }, block) => {
    const marks = byBlock.get(block);
    return marks === undefined ? [] : [{ block, start, tags: countTags(marks) }];
  });
}

function countTags(annotations: readonly Annotation[]): Record<string, number> {
  const tags: Record<string, number> = {};
  for (const { tag } of annotations) if (tag !== null) tags[tag] = (tags[tag] ?? 0) + 1;
  return tags;
}
