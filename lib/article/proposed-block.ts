import { z } from 'zod';

/** UTF-16 offsets into the block's own text, half-open. */
const emphasisSchema = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(1),
  mark: z.enum(['italic', 'bold']),
});

/**
 * A block as the import proposes it and a person confirms it. `source` belongs to
 * quotations, `level` to headings; `why` says in words for that person why a block
 * is proposed as furniture.
 */
export const proposedBlockSchema = z.strictObject({
  kind: z.enum(['heading', 'paragraph', 'quotation', 'furniture']),
  text: z.string().min(1),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  source: z.string().min(1).max(200).optional(),
  why: z.string().max(200).optional(),
  emphasis: z.array(emphasisSchema).optional(),
});

export type ProposedBlock = z.infer<typeof proposedBlockSchema>;
export type Emphasis = z.infer<typeof emphasisSchema>;
