import type { Block } from '../article/document.ts';
import { growToSentences, type ReadText } from './grow.ts';
import { lastStartingBy } from './last-starting-by.ts';
import { type Stretch, wordsIn } from './word-at.ts';

/**
 * Where the keyboard has come to in the text. `anchor` and `head` are each a word, a sentence or a paragraph; `start` and `end`:
 * what it covers, from the earlier to the later of the two.
 */
export interface TextCursor extends Stretch {
  anchor: Stretch;
  head: Stretch;
}

export type CursorMove =
  | { by: 'word' | 'sentence' | 'paragraph'; step: 1 | -1 }
  | { to: 'first' | 'last'; of: 'paragraph' | 'text' };

/** At the sentence that holds the offset, else at the next one, else at the text's last. Null in a text without sentences. */
export function cursorAt(blocks: readonly Block[], offset: number): TextCursor | null {
  const sentences = sentencesOf(blocks);
  const found = sentences.find(({ end }) => offset < end) ?? sentences.at(-1);
  return found === undefined ? null : spanning(found, found);
}

/** Moves the head by what is asked for; the anchor stays behind when `extends`. The same cursor where there is nowhere to go. */
export function movedCursor(
  reading: ReadText,
  cursor: TextCursor,
  move: CursorMove,
  keepsAnchor: boolean,
): TextCursor {
  const head =
    'by' in move ? stepped(reading, cursor.head, move) : edge(reading, cursor.head, move);
  if (head === undefined) return cursor;
  return spanning(keepsAnchor ? cursor.anchor : head, head);
}

/** Grown to the sentences that it touches; again, to their paragraphs. */
export function grownCursor({ blocks }: ReadText, cursor: TextCursor): TextCursor {
  const grown = growToSentences(blocks, cursor);
  return spanning(grown, grown);
}

function spanning(anchor: Stretch, head: Stretch): TextCursor {
  return {
    anchor,
    head,
    start: Math.min(anchor.start, head.start),
    end: Math.max(anchor.end, head.end),
  };
}

function stepped(
  reading: ReadText,
  head: Stretch,
  { by, step }: Extract<CursorMove, { by: string }>,
): Stretch | undefined {
  if (by === 'word') return step === 1 ? nextWord(reading, head) : previousWord(reading, head);
  const stops = by === 'sentence' ? sentencesOf(reading.blocks) : paragraphsOf(reading.blocks);
  return step === 1 ? firstAfter(stops, head) : lastBefore(stops, head);
}

function edge(
  { blocks }: ReadText,
  head: Stretch,
  { to, of }: Extract<CursorMove, { to: string }>,
): Stretch | undefined {
  const block = blocks[blockIndex(blocks, head)];
  const sentences = sentencesOf(of === 'text' || block === undefined ? blocks : [block]);
  return sentences.at(to === 'first' ? 0 : -1);
}

/** Of a stop that begins where the head does, a part of it comes next: from a sentence to its first word. */
function firstAfter(stops: readonly Stretch[], head: Stretch): Stretch | undefined {
  return stops.find(
    ({ start, end }) => start > head.start || (start === head.start && end < head.end),
  );
}

function lastBefore(stops: readonly Stretch[], head: Stretch): Stretch | undefined {
  return stops.findLast(({ end }) => end <= head.start);
}

/** Only the blocks on the way are looked through for words: a text may have 50,000. */
function nextWord({ text, blocks }: ReadText, head: Stretch): Stretch | undefined {
  for (const block of blocks.slice(Math.max(0, blockIndex(blocks, head)))) {
    const found = firstAfter(wordsIn(text, block), head);
    if (found !== undefined) return found;
  }
  return undefined;
}

function previousWord({ text, blocks }: ReadText, head: Stretch): Stretch | undefined {
  for (const block of blocks.slice(0, blockIndex(blocks, head) + 1).toReversed()) {
    const found = lastBefore(wordsIn(text, block), head);
    if (found !== undefined) return found;
  }
  return undefined;
}

function blockIndex(blocks: readonly Block[], { start }: Stretch): number {
  return lastStartingBy(blocks, start, (block) => block.start);
}

function sentencesOf(blocks: readonly Block[]): Stretch[] {
  return blocks.flatMap(({ sentences }) => sentences.map(([start, end]) => ({ start, end })));
}

function paragraphsOf(blocks: readonly Block[]): Stretch[] {
  return blocks.filter(({ start, end }) => start < end).map(({ start, end }) => ({ start, end }));
}
