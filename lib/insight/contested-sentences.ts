import { lastStartingBy } from '../anchor/last-starting-by.ts';
import type { Block } from '../article/document.ts';
import type { Stretch } from './contested.ts';
import type { Passage } from './insight.ts';
import { mostContested } from './passages.ts';

/** A sentence on which members differ, and the passage beginning in it on which they differ most. */
export interface ContestedSentence {
  sentence: Stretch;
  passage: Passage;
}

/** Sentences on which two members or more differ, most first (members × entropy); each once, by its most contested passage. */
export function contestedSentences(
  passages: readonly Passage[],
  blocks: readonly Block[],
): ContestedSentence[] {
  const sentenceOf = sentenceFinder(blocks);
  const found = new Map<number, ContestedSentence>();
  for (const passage of mostContested(passages)) {
    const sentence = sentenceOf(passage);
    if (passage.members > 1 && !found.has(sentence.start))
      found.set(sentence.start, { sentence, passage });
  }
  return [...found.values()];
}

/**
 * What is marked now in a sentence that was shown with `passage`: the passage that holds its beginning, else the one on which members
 * differ most, else any. Null when nothing is marked there any more.
 */
export function passageNow(
  { sentence, passage }: ContestedSentence,
  passages: readonly Passage[],
): Passage | null {
  const here = passages.filter(({ start, end }) => start < sentence.end && end > sentence.start);
  const same = here.find(({ start, end }) => start <= passage.start && end > passage.start);
  return same ?? mostContested(here)[0] ?? here[0] ?? null;
}

/** The sentence in which a passage begins; the passage itself where the text has none. */
function sentenceFinder(blocks: readonly Block[]): (passage: Stretch) => Stretch {
  const sentences = blocks.flatMap((block) => block.sentences);
  return ({ start, end }) => {
    const found = sentences[lastStartingBy(sentences, start, ([from]) => from)];
    return found === undefined ? { start, end } : { start: found[0], end: found[1] };
  };
}
