import type { Block } from '#lib/article/document.ts';
import type { Passage } from '#lib/insight/insight.ts';

/** Whether a list leads to any sentence that the other does not. */
export function leadsElsewhere(
  list: readonly Passage[],
  other: readonly Passage[],
  blocks: readonly Block[],
): boolean {
  const known = new Set(other.map(({ start }) => sentenceStart(start, blocks)));
  return list.some(({ start }) => !known.has(sentenceStart(start, blocks)));
}

/** UTF-16 offset at which the sentence begins that holds `offset`. */
function sentenceStart(offset: number, blocks: readonly Block[]): number {
  const block = blocks.findLast(({ start }) => start <= offset);
  return block?.sentences.findLast(([start]) => start <= offset)?.[0] ?? block?.start ?? offset;
}
