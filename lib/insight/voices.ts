import type { Annotation } from '../annotation/record.ts';
import type { Block } from '../article/document.ts';
import { lastStartingBy } from '../anchor/last-starting-by.ts';

/** Tagged annotations by tag, by whose words they are about. */
export interface Voices {
  readonly author: Readonly<Record<string, number>>;
  readonly quoted: Readonly<Record<string, number>>;
}

/** What the mark says; where it says nothing, a quotation is a quoted voice and all else the author. Paraphrased words are another's. */
export function voicesOf(
  annotations: Iterable<Pick<Annotation, 'tag' | 'voice' | 'target'>>,
  blocks: readonly Pick<Block, 'start' | 'kind'>[],
): Voices {
  const voices: { author: Record<string, number>; quoted: Record<string, number> } = {
    author: {},
    quoted: {},
  };
  for (const { tag, voice, target } of annotations) {
    if (tag === null) continue;
    const block = blocks[lastStartingBy(blocks, target.start, ({ start }) => start)];
    const ofAuthor = voice === undefined ? block?.kind !== 'quotation' : voice.kind === 'author';
    const counts = voices[ofAuthor ? 'author' : 'quoted'];
    counts[tag] = (counts[tag] ?? 0) + 1;
  }
  return voices;
}
