import type { Block } from '../article/document.ts';

/** The block's number as a reader counts, from 1: paragraphs and quotations together. Null for a heading. */
export function paragraphNumber(blocks: readonly Block[], index: number): number | null {
  if (blocks[index]?.kind === 'heading') return null;
  return blocks.slice(0, index + 1).filter(({ kind }) => kind !== 'heading').length;
}
