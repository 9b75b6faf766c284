import type { JSONContent } from '@tiptap/core';
import { type Comment, isSafeHref, textOfComment } from '#lib/annotation/comment.ts';
import { commentProblem } from '#lib/annotation/comment-problem.ts';
import { jsonBytes } from '#lib/annotation/json-bytes.ts';
import { RECORD_BYTES } from '#lib/protocol/limits.ts';
import { type Result, fail, ok } from '#lib/result.ts';

const PLAIN_MARKS = new Set(['bold', 'italic', 'code']);

/** Bytes of a record that are neither comment nor quoted words: ids, times, names of fields. */
const FRAME_BYTES = 1024;

const NOTHING = 'There is nothing to send yet.';

/**
 * What the editor holds as a comment: only what the comment schema knows, without empty lines around it. `beside`:
 * bytes of the record's quoted words, with which it shares the record's limit.
 */
export function commentOfJson(document: JSONContent, beside = 0): Result<Comment> {
  const content = withoutEmptyEdges((document.content ?? []).map(cleaned));
  if (content.length === 0) return fail(NOTHING);
  const problem = commentProblem({ type: 'doc', content });
  if (problem !== null) return fail(problem);
  const comment = { type: 'doc', content } as Comment;
  if (textOfComment(comment).trim() === '') return fail(NOTHING);
  const over = jsonBytes(comment) + beside + FRAME_BYTES - RECORD_BYTES;
  return over <= 0 ? ok(comment) : fail(tooLong(over));
}

function tooLong(over: number): string {
  const characters = (Math.ceil(over / 100) * 100).toLocaleString('en');
  return `This comment is too long: take out about ${characters} characters, or send it in parts.`;
}

function cleaned(node: JSONContent): JSONContent {
  const { type, text, attrs, content, marks } = node;
  if (type === 'text') return { type, text: text ?? '', ...cleanedMarks(marks) };
  if (type === 'mention') return { type, attrs: { id: attrs?.['id'], label: attrs?.['label'] } };
  return { type: type ?? '', ...(content === undefined ? {} : { content: content.map(cleaned) }) };
}

function cleanedMarks(marks: JSONContent['marks'] = []): Pick<JSONContent, 'marks'> {
  const kept = marks.flatMap(({ type, attrs }) => {
    if (PLAIN_MARKS.has(type)) return [{ type }];
    const href: unknown = attrs?.['href'];
    return type === 'link' && typeof href === 'string' && isSafeHref(href)
      ? [{ type, attrs: { href } }]
      : [];
  });
  return kept.length === 0 ? {} : { marks: kept };
}

function withoutEmptyEdges(blocks: readonly JSONContent[]): JSONContent[] {
  const first = blocks.findIndex((block) => !isEmptyLine(block));
  const last = blocks.findLastIndex((block) => !isEmptyLine(block));
  return first === -1 ? [] : blocks.slice(first, last + 1);
}

function isEmptyLine({ type, content = [] }: JSONContent): boolean {
  return (
    type === 'paragraph' &&
    content.every(({ type, text }) => type === 'hardBreak' || text?.trim() === '')
  );
}
