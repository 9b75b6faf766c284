import { counted } from '#components/ui/counted.ts';
import type { Block } from '#lib/article/document.ts';
import type { ToldChange } from '#lib/insight/report/told-change.ts';
import { shortQuote } from '#lib/insight/short-quote.ts';
import type { Table } from './csv.ts';
import { tagNamed } from './given-tags.ts';
import { placeInWords } from './passage-words.ts';

/** Instead of words that must not be shown again. */
export const TAKEN_BACK = 'taken back or changed since';
const MOST_SAID = 200;

/** "no tag", or the tag's name. */
export function tagInWords(tag: string | null): string {
  return tag === null ? 'no tag' : tagNamed(tag).name;
}

/** What became of a tag: "taken off", "put on", or its new name. */
export function turnInWords({ from, to }: Pick<ToldChange, 'from' | 'to'>): string {
  if (to === null) return 'taken off';
  return from === null ? `${tagInWords(to)}, newly put` : tagInWords(to);
}

export function saidInWords(words: string | null): string {
  return words === null ? TAKEN_BACK : shortQuote(words, MOST_SAID);
}

interface Of {
  nameOf: (user: string) => string;
  blocks: readonly Block[];
}

export function changedTagsTable(changes: readonly ToldChange[], { nameOf, blocks }: Of): Table {
  return {
    head: ['When (UTC)', 'Who', 'Passage', 'Where', 'Was', 'Is now', 'Last said before', 'By'],
    rows: changes.map(({ at, user, words, start, from, to, said }) => [
      at.slice(0, 'YYYY-MM-DDTHH:MM'.length).replace('T', ' '),
      nameOf(user),
      words,
      placeInWords(start, blocks),
      tagInWords(from),
      turnInWords({ from, to }),
      said === null ? '' : saidInWords(said.words),
      said === null ? '' : nameOf(said.user),
    ]),
  };
}

/** "4 tags changed (2 to another kind, 1 taken off, 1 newly put); 12 passages were tagged for the first time." */
export function changesInWords(
  changes: readonly Pick<ToldChange, 'from' | 'to'>[],
  first: number,
): string {
  const off = changes.filter(({ to }) => to === null).length;
  const put = changes.filter(({ from }) => from === null).length;
  const turned = changes.length - off - put;
  const parts = [
    ...(turned > 0 ? [`${turned} to another kind`] : []),
    ...(off > 0 ? [`${off} taken off`] : []),
    ...(put > 0 ? [`${put} newly put`] : []),
  ];
  const changed =
    changes.length === 0
      ? 'No tag was changed'
      : `${counted(changes.length, 'tag')} changed (${parts.join(', ')})`;
  return `${changed}; ${counted(first, 'passage')} ${first === 1 ? 'was' : 'were'} tagged for the first time.`;
}
