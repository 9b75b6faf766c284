import { paragraphNumber } from '#lib/anchor/paragraph-number.ts';
import type { Block } from '#lib/article/document.ts';
import type { Passage } from '#lib/insight/insight.ts';
import { cutEnd, cutStart, shortQuote } from '#lib/insight/short-quote.ts';

/** How much is shown, in UTF-16 units. */
interface Most {
  /** Longer passages are cut in the middle. */
  words: number;
  /** Of the sentence around a fragment, on either side. */
  around: number;
}

const IN_A_LIST: Most = { words: 280, around: 90 };

/** A passage's words, with the rest of its sentence around it where it is only a part of one. */
export function quoteOf(
  { start, end }: Pick<Passage, 'start' | 'end'>,
  text: string,
  blocks: readonly Block[],
  most = IN_A_LIST,
): { before: string; words: string; after: string } {
  const sentences = blocks.flatMap((block) => block.sentences);
  const from = sentences.findLast(([at]) => at <= start)?.[0] ?? start;
  const to = sentences.find(([, at]) => at >= end)?.[1] ?? end;
  return {
    before: shortenedStart(text.slice(from, start), most),
    words: shortQuote(text.slice(start, end), most.words),
    after: shortenedEnd(text.slice(end, to), most),
  };
}

const shortenedStart = (words: string, { around }: Most): string =>
  words.length <= around ? words : `… ${cutStart(words, around)}`;
const shortenedEnd = (words: string, { around }: Most): string =>
  words.length <= around ? words : `${cutEnd(words, around)} …`;

/** "paragraph 8", "quoted from The New York Times", "in a heading" or "in the notice". Paragraphs and quotations count together. */
export function placeInWords(offset: number, blocks: readonly Block[]): string {
  const index = blocks.findLastIndex(({ start }) => start <= offset);
  const block = blocks[index];
  const number = paragraphNumber(blocks, index);
  if (number === null) return block?.notice === true ? 'in the notice' : 'in a heading';
  if (block?.kind === 'quotation' && block.source !== undefined)
    return `quoted from ${block.source}`;
  return `paragraph ${number}`;
}
