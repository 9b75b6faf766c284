import type { JSONContent } from '@tiptap/core';
import type { Comment } from '#lib/annotation/comment.ts';

/** A comment as Tiptap's looser type: every comment is one of its documents. */
export function jsonOfComment(comment: Comment): JSONContent {
  return comment as JSONContent;
}
