import type { TagDefinition } from '#lib/annotation/codebook.ts';
import type { SentenceFigures } from '#lib/insight/sentence-figures.ts';
import { givenTags } from './given-tags.ts';

export interface TagChoice {
  tag: TagDefinition;
  /** By name; me first. */
  people: readonly string[];
}

/** Who chose what, in the codebook's order. `nameOf`: as the margin shows people. */
export function chosenBy(
  { votes, tags }: Pick<SentenceFigures, 'votes' | 'tags'>,
  me: string,
  nameOf: (user: string) => string,
): TagChoice[] {
  return givenTags(tags).map(({ tag }) => {
    const users = [...votes].filter(([, vote]) => vote.includes(tag.id)).map(([user]) => user);
    const others = users.filter((user) => user !== me).map(nameOf);
    const people = others.toSorted((a, b) => a.localeCompare(b, 'en'));
    return { tag, people: users.includes(me) ? [nameOf(me), ...people] : people };
  });
}
