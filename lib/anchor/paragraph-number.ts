import type { Block } from '../article/document.ts';

/** The block's number as a reader counts, from 1: paragraphs and quotations together. Null for a heading and for the notice. */
export function paragraphNumber(blocks: readonly Block[], index: number): number | null {
  const block = blocks[index];
  if (block !== undefined && !isCounted(block)) return null;
  return blocks.slice(0, index + 1).filter(isCounted).length;
}

function isCounted({ kind, notice }: Block): boolean {
  return kind !== 'heading' && notice === undefined;
}
