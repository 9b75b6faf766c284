import { paragraphNumber } from '#lib/anchor/paragraph-number.ts';
import type { Block } from '#lib/article/document.ts';
import type { Passage } from '#lib/insight/insight.ts';

/** Longer passages are cut in the middle. UTF-16 units. */
const LONGEST = 280;
/** How much of the sentence is shown around a fragment, on either side. */
const AROUND = 90;

/** A passage's words, with the rest of its sentence around it where it is only a part of one. */
export function quoteOf(
  { start, end }: Pick<Passage, 'start' | 'end'>,
  text: string,
  blocks: readonly Block[],
): { before: string; words: string; after: string } {
  const sentences = blocks.flatMap((block) => block.sentences);
  const from = sentences.findLast(([at]) => at <= start)?.[0] ?? start;
  const to = sentences.find(([, at]) => at >= end)?.[1] ?? end;
  return {
    before: shortenedStart(text.slice(from, start)),
    words: shortened(text.slice(start, end)),
    after: shortenedEnd(text.slice(end, to)),
  };
}

function shortened(words: string): string {
  if (words.length <= LONGEST) return words;
  return `${cutEnd(words, LONGEST * 0.6)} … ${cutStart(words, LONGEST * 0.3)}`;
}

const shortenedStart = (words: string): string =>
  words.length <= AROUND ? words : `… ${cutStart(words, AROUND)}`;
const shortenedEnd = (words: string): string =>
  words.length <= AROUND ? words : `${cutEnd(words, AROUND)} …`;

/** The first whole words of at most `length` units. */
function cutEnd(words: string, length: number): string {
  return words.slice(0, length).replace(/\s+\S*$/u, '');
}

/** The last whole words of at most `length` units. */
function cutStart(words: string, length: number): string {
  return words.slice(-length).replace(/^\S*\s+/u, '');
}

/** "paragraph 8", "quoted from The New York Times" or "in a heading". Paragraphs and quotations count together. */
export function placeInWords(offset: number, blocks: readonly Block[]): string {
  const index = blocks.findLastIndex(({ start }) => start <= offset);
  const block = blocks[index];
  const number = paragraphNumber(blocks, index);
  if (number === null) return 'in a heading';
  if (block?.kind === 'quotation' && block.source !== undefined)
    return `quoted from ${block.source}`;
  return `paragraph ${number}`;
}
