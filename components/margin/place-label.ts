import { paragraphNumber } from '#lib/anchor/paragraph-number.ts';
import type { Block } from '#lib/article/document.ts';

/** "in paragraph 8", as the insight page counts, "in a heading" or "in the notice". */
export function placeLabel(blocks: readonly Block[], index: number): string {
  const number = paragraphNumber(blocks, index);
  if (number !== null) return `in paragraph ${number}`;
  return blocks[index]?.notice === true ? 'in the notice' : 'in a heading';
}
