import type { Passage } from '#lib/insight/insight.ts';
import { entropy } from '#lib/insight/votes.ts';
import type { Table } from './csv.ts';
import { givenTags } from './given-tags.ts';
import type { PassageSource } from './passage-list.tsx';
import { placeInWords } from './passage-words.ts';
import type { SplitRow } from './picture.ts';

/** Passages with all their figures, in the order given; the first `most`. */
export function passageTable(
  passages: readonly Passage[],
  { text, blocks }: PassageSource,
  most = Infinity,
): Table {
  const all: Passage['tags'] = {};
  for (const passage of passages) Object.assign(all, passage.tags);
  const tags = givenTags(all).map(({ tag }) => tag);
  return {
    head: ['start', 'end', 'place', 'words', 'members', ...tags.map(({ name }) => name), 'entropy'],
    total: passages.length,
    rows: passages
      .slice(0, most)
      .map(({ start, end, members, tags: given }) => [
        start,
        end,
        placeInWords(start, blocks),
        text.slice(start, end),
        members,
        ...tags.map(({ id }) => given[id] ?? 0),
        Number(entropy(given).toFixed(3)),
      ]),
  };
}

export function splitRows(passages: readonly Passage[], { text }: PassageSource): SplitRow[] {
  return passages.map(({ start, end, tags }) => ({ words: text.slice(start, end), counts: tags }));
}
