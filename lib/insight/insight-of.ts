import type { Annotation } from '../annotation/record.ts';
import type { Records } from '../annotation/record-set.ts';
import { coveredLength } from './covered-length.ts';
import type { Insight, PersonFigure, TagFigure } from './insight.ts';
import { passagesOf } from './passages.ts';

/** What the records add up to. Pure: the page and `GET …/insight` show the same figures. */
export function insightOf(records: Records): Insight {
  const annotations = [...records.annotations.values()].filter(counts);
  return {
    annotations: annotations.length,
    members: new Set(annotations.map(({ author }) => author)).size,
    comments: annotations.filter(({ comment }) => comment !== null).length,
    replies: records.replies.size,
    done: doneMembers(records).size,
    tags: tagFigures(annotations),
    people: personFigures(annotations),
    passages: passagesOf(annotations),
  };
}

/** An annotation without tag and comment was taken back by its author. */
export function counts({ tag, comment }: Pick<Annotation, 'tag' | 'comment'>): boolean {
  return tag !== null || comment !== null;
}

/** Members who said that they are done, with the whole article or up to some place. */
export function doneMembers({ assessments }: Pick<Records, 'assessments'>): Set<string> {
  const done = [...assessments.values()].filter(({ kind }) => kind === 'done');
  return new Set(done.map(({ author }) => author));
}

function tagFigures(annotations: readonly Annotation[]): TagFigure[] {
  const byTag = Map.groupBy(annotations.filter(isTagged), ({ tag }) => tag);
  const tagged = [...byTag.values()].reduce((sum, group) => sum + group.length, 0);
  return [...byTag]
    .map(([tag, group]) => ({
      tag,
      annotations: group.length,
      characters: coveredLength(group.map(({ target }) => target)),
      share: group.length / tagged,
    }))
    .sort((a, b) => (a.tag < b.tag ? -1 : 1));
}

const isTagged = (annotation: Annotation): annotation is Annotation & { tag: string } =>
  annotation.tag !== null;

function personFigures(annotations: readonly Annotation[]): PersonFigure[] {
  const byAuthor = Map.groupBy(annotations.filter(isTagged), ({ author }) => author);
  return [...byAuthor]
    .map(([user, group]) => ({ user, tags: countTags(group) }))
    .sort((a, b) => (a.user < b.user ? -1 : 1));
}

function countTags(annotations: readonly (Annotation & { tag: string })[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const { tag } of annotations) counted[tag] = (counted[tag] ?? 0) + 1;
  return counted;
}
