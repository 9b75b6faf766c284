import type { Block } from '../article/document.ts';
import { lastStartingBy } from './last-starting-by.ts';

/** The block that holds the offset (UTF-16), its end included; null outside the text. */
export function blockAt(
  blocks: readonly Block[],
  offset: number,
): { block: Block; index: number } | null {
  const index = lastStartingBy(blocks, offset, ({ start }) => start);
  const block = blocks[index];
  return block === undefined || offset > block.end ? null : { block, index };
}
