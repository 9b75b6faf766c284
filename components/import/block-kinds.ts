import type { ProposedBlock } from '#lib/article/proposed-block.ts';

export type BlockKind = ProposedBlock['kind'];

export const KINDS: readonly { kind: BlockKind; name: string; key: string }[] = [
  { kind: 'heading', name: 'Heading', key: 'h' },
  { kind: 'paragraph', name: 'Paragraph', key: 'p' },
  { kind: 'quotation', name: 'Quotation', key: 'q' },
  { kind: 'furniture', name: 'Furniture', key: 'f' },
];

/** The block as another kind; what it was proposed as for a reason is no reason any more. */
export function ofKind(block: ProposedBlock, kind: BlockKind): ProposedBlock {
  const { why: _why, ...rest } = block;
  return kind === block.kind ? block : { ...rest, kind };
}

/** As the import takes it: a source only with a quotation, a level only with a heading. */
export function confirmedBlock({
  kind,
  text,
  level,
  source,
  emphasis,
}: ProposedBlock): ProposedBlock {
  const said = source?.trim() ?? '';
  return {
    kind,
    text,
    ...(kind === 'heading' && level !== undefined && { level }),
    ...(kind === 'quotation' && said !== '' && { source: said }),
    ...(emphasis !== undefined && { emphasis }),
  };
}
