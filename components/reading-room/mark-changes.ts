import type { Comment } from '#lib/annotation/comment.ts';
import type { Annotation, Voice } from '#lib/annotation/record.ts';
import type { Records } from '#lib/annotation/record-set.ts';
import type { Block } from '#lib/article/document.ts';
import type { Passage } from './room.ts';

/** What a deed does to an annotation: another value under its key, or none. */
export type MarkChange = { kind: 'put'; annotation: Annotation } | { kind: 'remove'; id: string };

/** My mark on exactly this passage, one with a tag before one without. */
export function ownMarkOn(
  { annotations }: Pick<Records, 'annotations'>,
  userId: string,
  { start, end }: Passage,
): Annotation | null {
  const mine = [...annotations.values()].filter(
    ({ author, target }) => author === userId && target.start === start && target.end === end,
  );
  return mine.find(({ tag }) => tag !== null) ?? mine[0] ?? null;
}

/** Another tag for my mark; its own tag again takes it off, and what carries words stays without it. */
export function retag(records: Records, mark: Annotation, tag: string, now: number): MarkChange {
  if (mark.tag !== tag) return put({ ...mark, tag }, now);
  if (mark.comment === null && !isAnswered(records, mark)) return { kind: 'remove', id: mark.id };
  return put({ ...mark, tag: null }, now);
}

/**
 * Words for my mark that has none. A bare tag had nothing that others could have read: it begins anew with its first words, is as old as
 * they are, and is not edited. What was taken back had words once.
 */
export function withFirstWords(mark: Annotation, comment: Comment, now: number): Annotation {
  const time = new Date(now).toISOString();
  if (mark.tag === null) return { ...mark, comment, modified: time };
  const { modified: _, ...bare } = mark;
  return { ...bare, comment, created: time };
}

/** Takes my annotation back; where others answered, an empty one stays so that their words keep their place. */
export function takeBack(records: Records, mark: Annotation, now: number): MarkChange {
  if (!isAnswered(records, mark)) return { kind: 'remove', id: mark.id };
  const { id, author, created, target } = mark;
  return put({ id, author, created, target, tag: null, comment: null }, now);
}

function isAnswered({ replies, reactions }: Records, { id }: Annotation): boolean {
  return (
    [...replies.values()].some(({ annotation }) => annotation === id) ||
    [...reactions.values()].some(({ on }) => on === id)
  );
}

function put(annotation: Annotation, now: number): MarkChange {
  return { kind: 'put', annotation: { ...annotation, modified: new Date(now).toISOString() } };
}

/** A mark that lies wholly in quotations of one source speaks in its voice. */
export function voiceIn(blocks: readonly Block[], { start, end }: Passage): Voice | undefined {
  const touched = blocks.filter((block) => block.start < end && block.end > start);
  const [first] = touched;
  const quoted = touched.every(
    ({ kind, source }) => kind === 'quotation' && source === first?.source,
  );
  if (first === undefined || !quoted) return undefined;
  return first.source === undefined ? { kind: 'quoted' } : { kind: 'quoted', who: first.source };
}
