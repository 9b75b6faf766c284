import type { Block } from '../article/document.ts';
import { sentenceRanges } from '../article/sentences.ts';
import type { ReadText } from './grow.ts';

/** A text of these paragraphs, for tests. */
export function readTextOf(...paragraphs: string[]): ReadText {
  const blocks: Block[] = [];
  let start = 0;
  for (const paragraph of paragraphs) {
    const sentences = sentenceRanges(paragraph).map(([from, to]): [number, number] => [
      start + from,
      start + to,
    ]);
    blocks.push({ start, end: start + paragraph.length, kind: 'paragraph', sentences });
    start += paragraph.length + 1;
  }
  return { text: paragraphs.join('\n'), blocks };
}
