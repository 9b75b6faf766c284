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
  blocks: readonly Pick<Block, 'start' | 'end' | 'kind'>[],
): Voices {
  const voices: { author: Record<string, number>; quoted: Record<string, number> } = {
    author: {},
    quoted: {},
  };
  const quotations = blocks.filter(({ kind }) => kind === 'quotation');
  const isQuoted = (offset: number): boolean =>
    (quotations[lastStartingBy(quotations, offset, ({ start }) => start)]?.end ?? 0) > offset;
  for (const { tag, voice, target } of annotations) {
    if (tag === null) continue;
    const ofAuthor = voice === undefined ? !isQuoted(target.start) : voice.kind === 'author';
    const counts = voices[ofAuthor ? 'author' : 'quoted'];
    counts[tag] = (counts[tag] ?? 0) + 1;
  }
  return voices;
}
