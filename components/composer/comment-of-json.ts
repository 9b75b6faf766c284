import type { JSONContent } from '@tiptap/core';
import { type Comment, commentSchema, isSafeHref, textOfComment } from '#lib/annotation/comment.ts';
import { type Result, fail, ok } from '#lib/result.ts';

const PLAIN_MARKS = new Set(['bold', 'italic', 'code']);

/** What the editor holds as a comment: only what the comment schema knows, without empty lines around it. */
export function commentOfJson(document: JSONContent): Result<Comment> {
  const content = withoutEmptyEdges((document.content ?? []).map(cleaned));
  const parsed = commentSchema.safeParse({ type: 'doc', content });
  if (content.length === 0 || (parsed.success && textOfComment(parsed.data).trim() === ''))
    return fail('There is nothing to send yet.');
  return parsed.success
    ? ok(parsed.data)
    : fail(parsed.error.issues[0]?.message ?? 'This cannot be sent.');
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
