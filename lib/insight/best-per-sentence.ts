import type { Block } from '../article/document.ts';
import type { Passage } from './insight.ts';
import { byLength } from './passages.ts';

/**
 * The `most` passages with the highest scores above 0, one for each sentence in which they begin: overlapping marks cut a sentence into fragments, and each would crowd out another
 * sentence. `passages`: in the order of the text; so one walk finds the best of each sentence, and only these are sorted.
 */
export function bestPerSentence(
  passages: readonly Passage[],
  blocks: readonly Pick<Block, 'start' | 'sentences'>[],
  score: (passage: Passage) => number,
  most = Infinity,
): Passage[] {
  const starts = blocks.flatMap(({ start, sentences }) => [start, ...sentences.map(([at]) => at)]);
  const found: Scored[] = [];
  let [next, sentence] = [0, -1];
  for (const passage of passages) {
    for (; (starts[next] ?? Infinity) <= passage.start; next += 1) sentence = next;
    const points = score(passage);
    if (points <= 0) continue;
    const one = { passage, score: points, sentence };
    const last = found.at(-1);
    if (last?.sentence !== sentence) found.push(one);
    else if (byScore(one, last) < 0) found[found.length - 1] = one;
  }
  return highest(found, most)
    .sort(byScore)
    .slice(0, most)
    .map(({ passage }) => passage);
}

/** At least the `most` highest: numbers sort many times as fast as passages. */
function highest(found: Scored[], most: number): Scored[] {
  if (found.length <= most) return found;
  const least =
    Float64Array.from(found, ({ score }) => score)
      .sort()
      .at(-most) ?? 0;
  return found.filter(({ score }) => score >= least);
}

interface Scored {
  passage: Passage;
  score: number;
  /** In which it begins, in any numbering. */
  sentence: number;
}

const byScore = (a: Scored, b: Scored): number =>
  b.score - a.score || byLength(a.passage, b.passage);
