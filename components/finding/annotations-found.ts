import { textOfComment } from '#lib/annotation/comment.ts';
import type { Annotation } from '#lib/annotation/record.ts';
import type { Records } from '#lib/annotation/record-set.ts';
import type { Filter } from '#lib/insight/filter.ts';
import { folded, foundIn } from '#lib/insight/found.ts';
import { counts } from '#lib/insight/insight-of.ts';

/** Those whose passage, comment or answers have the words; all when none are looked for. */
export function annotationsFound(
  { annotations, replies }: Records,
  { words, sort }: Pick<Filter, 'words' | 'sort'>,
): Annotation[] {
  const standing = [...annotations.values()].filter(counts);
  const kept = words.trim() === '' ? standing : standing.filter(withWords(replies, words));
  return kept.sort(sort === 'time' ? newestFirst : byPlace);
}

function withWords(
  replies: Records['replies'],
  words: string,
): (annotation: Annotation) => boolean {
  const has = (text: string): boolean => foundIn(folded(text), words, 1).length > 0;
  const answered = new Set<string>();
  for (const { annotation, comment } of replies.values())
    if (has(textOfComment(comment))) answered.add(annotation);
  return ({ id, comment, target }) =>
    answered.has(id) || has(target.exact) || (comment !== null && has(textOfComment(comment)));
}

function byPlace(a: Annotation, b: Annotation): number {
  return a.target.start - b.target.start || a.target.end - b.target.end || (a.id < b.id ? -1 : 1);
}

function newestFirst(a: Annotation, b: Annotation): number {
  const [whenA, whenB] = [a.modified ?? a.created, b.modified ?? b.created];
  return whenA === whenB ? byPlace(a, b) : whenA < whenB ? 1 : -1;
}
