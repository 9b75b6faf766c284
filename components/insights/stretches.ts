import type { Block } from '#lib/article/document.ts';
import type { Passage } from '#lib/insight/insight.ts';

/** Consecutive sentences of the text, and the passage in them that most members marked. */
export interface Stretch {
  start: number;
  end: number;
  /** Null where nobody marked anything. */
  busiest: Passage | null;
}

/** The text in at most `most` stretches of equally many sentences, in order. UTF-16 offsets. */
export function stretchesOf(
  blocks: readonly Block[],
  passages: readonly Passage[],
  most: number,
): Stretch[] {
  const sentences = blocks.flatMap((block) => block.sentences);
  const size = Math.max(1, Math.ceil(sentences.length / most));
  const stretches: Stretch[] = [];
  let next = 0;
  for (let at = 0; at < sentences.length; at += size) {
    const start = sentences[at]?.[0] ?? 0;
    const end = sentences[Math.min(at + size, sentences.length) - 1]?.[1] ?? start;
    while ((passages[next]?.end ?? Infinity) <= start) next += 1;
    stretches.push({ start, end, busiest: busiestFrom(passages, next, end) });
  }
  return stretches;
}

function busiestFrom(passages: readonly Passage[], from: number, end: number): Passage | null {
  let busiest: Passage | null = null;
  for (let at = from; (passages[at]?.start ?? Infinity) < end; at += 1) {
    const passage = passages[at] ?? null;
    if (passage !== null && passage.members > (busiest?.members ?? 0)) busiest = passage;
  }
  return busiest;
}
