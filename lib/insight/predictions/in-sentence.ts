import { sentenceAt } from '../../anchor/sentence-at.ts';
import { lastStartingBy } from '../../anchor/last-starting-by.ts';
import type { Block } from '../../article/document.ts';

/** A passage's words between what is left of its sentences. */
export interface InSentence {
  before: string;
  words: string;
  after: string;
}

/** UTF-16 units of the sentence that are kept on either side of the passage. */
const AROUND = 160;

export function inSentence(
  { start, end }: { start: number; end: number },
  text: string,
  blocks: readonly Block[],
): InSentence {
  const from = sentenceOf(blocks, start)?.start ?? start;
  const to = sentenceOf(blocks, end - 1)?.end ?? end;
  return {
    before: lastWords(text.slice(from, start)),
    words: text.slice(start, end),
    after: firstWords(text.slice(end, to)),
  };
}

function sentenceOf(
  blocks: readonly Block[],
  offset: number,
): { start: number; end: number } | null {
  const block = blocks[lastStartingBy(blocks, offset, ({ start }) => start)];
  return block === undefined ? null : sentenceAt(block, offset);
}

function firstWords(words: string): string {
  return words.length <= AROUND ? words : `${words.slice(0, AROUND).replace(/\s+\S*$/u, '')} …`;
}

function lastWords(words: string): string {
  return words.length <= AROUND ? words : `… ${words.slice(-AROUND).replace(/^\S*\s+/u, '')}`;
}
