import { paragraphNumber } from '#lib/anchor/paragraph-number.ts';
import type { Block } from '#lib/article/document.ts';

/** "in paragraph 8", as the insight page counts, or "in a heading". */
export function placeLabel(blocks: readonly Block[], index: number): string {
  const number = paragraphNumber(blocks, index);
  return number === null ? 'in a heading' : `in paragraph ${number}`;
}
