import type { Block } from '#lib/article/document.ts';
import { type Claim, claimOf } from './claim.ts';
import type { Range } from './deeds.ts';

/** A sentence that somebody may mark. */
export interface Passage extends Range {
  block: number;
  quoted: boolean;
  /** Whose words a quotation has, where that is known. */
  who: string | null;
  /** The part before or after a comma, where a reader may find that it stands alone. */
  clause: Range | null;
  claim: Claim;
}

const FEWEST_WORDS = 4;
const LONGEST_NOTE = 12;
const SHORTEST_CLAUSE = 30;

/** The sentences of an article's body, in order: not its headings, its opening note, and what is too short to say anything. */
export function passagesOf(blocks: readonly Block[], text: string): Passage[] {
  const first = blocks.findIndex(({ kind }) => kind !== 'heading');
  return blocks.flatMap((block, index) =>
    block.kind === 'heading' || (index === first && isNote(block, text))
      ? []
      : block.sentences
          .filter(([start, end]) => wordsIn(text, start, end) >= FEWEST_WORDS)
          .map(([start, end]) => passageOf(text, block, index, { start, end })),
  );
}

/** A line about the text that stands before it. */
function isNote({ sentences, start, end }: Block, text: string): boolean {
  return sentences.length === 1 && wordsIn(text, start, end) <= LONGEST_NOTE;
}

function wordsIn(text: string, start: number, end: number): number {
  return text.slice(start, end).split(/\s+/u).length;
}

function passageOf(text: string, { kind, source }: Block, block: number, range: Range): Passage {
  const sentence = text.slice(range.start, range.end);
  return {
    ...range,
    block,
    quoted: kind === 'quotation',
    who: source ?? null,
    clause: clauseIn(sentence, range.start),
    claim: claimOf(sentence),
  };
}

/** The longer side of the first comma, semicolon or colon behind which something long enough stands; else null. */
function clauseIn(sentence: string, offset: number): Range | null {
  const parting = /[,;:] /gu;
  for (const { index } of sentence.matchAll(parting)) {
    const [before, after] = [index, sentence.length - index - 2];
    if (before < SHORTEST_CLAUSE && after < SHORTEST_CLAUSE) continue;
    return before > after
      ? { start: offset, end: offset + index }
      : { start: offset + index + 2, end: offset + sentence.length };
  }
  return null;
}
