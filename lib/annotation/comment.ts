import { z } from 'zod';

/**
 * The comment schema: what a comment or reply may be made of. Links are limited
 * here, not only in the composer, because any client can write any JSON.
 */
const MAX_DEPTH = 12;

const linkMark = z.strictObject({
  type: z.literal('link'),
  attrs: z.strictObject({
    href: z
      .string()
      .max(2048, 'A link may have at most 2,048 characters.')
      .refine(isSafeHref, 'A link must begin with http:, https: or mailto:, and hold no space.'),
  }),
});
const plainMark = z.strictObject({ type: z.enum(['bold', 'italic', 'code']) });
const text = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z
    .array(z.union([plainMark, linkMark]))
    .max(4)
    .optional(),
});
const hardBreak = z.strictObject({ type: z.literal('hardBreak') });
const mention = z.strictObject({
  type: z.literal('mention'),
  attrs: z.strictObject({ id: z.string().max(40), label: z.string().max(100) }),
});
const paragraph = z.strictObject({
  type: z.literal('paragraph'),
  content: z.array(z.union([text, hardBreak, mention])).optional(),
});

type CommentText = z.infer<typeof text>;
type CommentInline = CommentText | z.infer<typeof hardBreak> | z.infer<typeof mention>;
type CommentParagraph = z.infer<typeof paragraph>;
interface CommentContainer {
  type: 'bulletList' | 'orderedList' | 'listItem' | 'blockquote';
  content: CommentBlock[];
}
type CommentBlock = CommentParagraph | CommentContainer;
export interface Comment {
  type: 'doc';
  content: CommentBlock[];
}

/** What would be one level too many, only so that it can be said. */
const tooDeep = z
  .looseObject({ type: z.enum(['bulletList', 'orderedList', 'blockquote']) })
  .refine(() => false, 'Lists and quotations are nested too deeply here.')
  .pipe(z.never());

const blocks = (depth: number): z.ZodType<CommentBlock[]> =>
  depth === 0
    ? z.array(z.union([paragraph, tooDeep])).min(1)
    : z
        .array(
          z.union([
            paragraph,
            z.strictObject({
              type: z.literal('blockquote'),
              content: z.lazy(() => blocksAt(depth - 1)),
            }),
            z.strictObject({
              type: z.enum(['bulletList', 'orderedList']),
              content: z
                .array(
                  z.strictObject({
                    type: z.literal('listItem'),
                    content: z.lazy(() => blocksAt(depth - 1)),
                  }),
                )
                .min(1),
            }),
          ]),
        )
        .min(1);

const levels: z.ZodType<CommentBlock[]>[] = [];
function blocksAt(depth: number): z.ZodType<CommentBlock[]> {
  return (levels[depth] ??= blocks(depth));
}

export const commentSchema: z.ZodType<Comment> = z.strictObject({
  type: z.literal('doc'),
  content: blocksAt(MAX_DEPTH),
});

export function isSafeHref(href: string): boolean {
  return /^(https?:\/\/|mailto:)[^\s]+$/i.test(href);
}

/** A comment of plain paragraphs, one per line of `plain`. */
export function commentFromText(plain: string): Comment {
  return {
    type: 'doc',
    content: plain
      .split('\n')
      .map((line) =>
        line === ''
          ? { type: 'paragraph' }
          : { type: 'paragraph', content: [{ type: 'text', text: line }] },
      ),
  };
}

/** The words of a comment, blocks parted by line breaks: for search, copying and announcements. */
export function textOfComment(comment: Comment): string {
  return comment.content.map(textOfBlock).join('\n');
}

function textOfBlock(block: CommentBlock): string {
  if (block.type === 'paragraph') return (block.content ?? []).map(textOfInline).join('');
  return block.content.map(textOfBlock).join('\n');
}

function textOfInline(node: CommentInline): string {
  if (node.type === 'text') return node.text;
  return node.type === 'mention' ? `@${node.attrs.label}` : '\n';
}
