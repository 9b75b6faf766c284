import { z } from 'zod';

/**
 * The wording of one immutable revision, as a ProseMirror document (the Tiptap
 * node names, so that an editor can open it). A quotation is a `blockquote` of one
 * paragraph with its source; `furniture` is page furniture that the import
 * set aside: kept, shown to nobody who reads, never part of the canonical text.
 */
const textNode = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z.array(z.strictObject({ type: z.enum(['italic', 'bold']) })).optional(),
});
const inline = z.array(textNode).min(1);

const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(1), z.literal(2), z.literal(3)]) }),
  content: inline,
});
const paragraph = z.strictObject({ type: z.literal('paragraph'), content: inline });
const blockquote = z.strictObject({
  type: z.literal('blockquote'),
  attrs: z.strictObject({ source: z.string().max(200).nullable() }),
  content: z.tuple([paragraph]),
});
const furniture = z.strictObject({ type: z.literal('furniture'), content: inline });

const articleNodeSchema = z.discriminatedUnion('type', [heading, paragraph, blockquote, furniture]);
export const articleDocumentSchema = z.strictObject({
  type: z.literal('doc'),
  content: z.array(articleNodeSchema),
});

export type ArticleNode = z.infer<typeof articleNodeSchema>;
export type ArticleDocument = z.infer<typeof articleDocumentSchema>;
export type InlineText = z.infer<typeof textNode>;

/** A block of the canonical text. `start`, `end` and `sentences`: UTF-16 offsets, half-open. */
export interface Block {
  start: number;
  end: number;
  kind: 'heading' | 'paragraph' | 'quotation';
  source?: string;
  /** Says what the text is, before its first paragraph: a digest has such a line. */
  notice?: true;
  sentences: [start: number, end: number][];
}
