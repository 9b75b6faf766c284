import type { Block } from '../article/document.ts';
import { blockAt } from './block-at.ts';
import { trimRange } from './snap-to-words.ts';
import { type Stretch, wordAt } from './word-at.ts';

/** The text of one revision and where its blocks and sentences are. */
export interface ReadText {
  text: string;
  blocks: readonly Block[];
}

/** The stretch without the spaces at its ends, each end that cuts a word moved out to that word's own. Null for mere spaces. */
export function growToWords({ text, blocks }: ReadText, { start, end }: Stretch): Stretch | null {
  const trimmed = trimRange(text, start, end);
  if (trimmed === null) return null;
  const cutAt = (offset: number): Stretch | null => {
    const found = blockAt(blocks, offset);
    return found === null ? null : wordAt(text, found.block, offset);
  };
  return {
    start: cutAt(trimmed.start)?.start ?? trimmed.start,
    end: cutAt(trimmed.end)?.end ?? trimmed.end,
  };
}

/** From the first to the last sentence that the stretch touches; when it is that already, from the first to the last block. */
export function growToSentences(blocks: readonly Block[], stretch: Stretch): Stretch {
  const touched = blocks.filter((block) => touches(block, stretch));
  const sentences = touched.flatMap((block) =>
    block.sentences.map(([start, end]) => ({ start, end })),
  );
  const whole = hull(sentences.filter((sentence) => touches(sentence, stretch))) ?? stretch;
  const isWhole = whole.start === stretch.start && whole.end === stretch.end;
  return isWhole ? (hull(touched) ?? stretch) : whole;
}

function touches(one: Stretch, other: Stretch): boolean {
  return one.start < other.end && one.end > other.start;
}

function hull(stretches: readonly Stretch[]): Stretch | null {
  const [first, last] = [stretches[0], stretches.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}
