import { z } from 'zod';
import { proposedBlockSchema } from './proposed-block.ts';

/** The kind of one block, as `proposeBlocks` parts the text; the wording itself is not carried. */
const blockKindSchema = proposedBlockSchema.omit({ text: true, emphasis: true });

/**
 * What Postil knows of an article whose wording belongs to its publisher. `sha256` is that
 * of the text file's bytes, `words` are counted as `wc -w` does, `sketch` is of the whole file,
 * `kinds` has one item a block. The digest's first block is its notice.
 */
export const catalogueEntrySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: z.string().min(1),
  titleAsPrinted: z.string().min(1),
  byline: z.string().min(1).nullable(),
  source: z.string().min(1),
  written: z.string().min(1),
  writtenEvidence: z.string().min(1),
  note: z.string().min(1),
  teaser: z.string().min(1),
  words: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  kinds: z.array(blockKindSchema).min(1),
  sketch: z.array(z.string().regex(/^[0-9a-f]{16}$/)).max(128),
  digest: z.strictObject({
    title: z.string().min(1),
    blocks: z.array(proposedBlockSchema).min(2),
  }),
});

export type CatalogueEntry = z.infer<typeof catalogueEntrySchema>;
