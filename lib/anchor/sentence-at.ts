import type { Block } from '../article/document.ts';
import { lastStartingBy } from './last-starting-by.ts';

/**
 * The sentence of the block that holds the offset (UTF-16), half-open. Spaces behind a sentence count as its
 * own. Null before the block's first sentence and behind the block.
 */
export function sentenceAt(
  block: Pick<Block, 'end' | 'sentences'>,
  offset: number,
): { start: number; end: number } | null {
  if (offset > block.end) return null;
  const found = block.sentences[lastStartingBy(block.sentences, offset, ([start]) => start)];
  return found === undefined ? null : { start: found[0], end: found[1] };
}
