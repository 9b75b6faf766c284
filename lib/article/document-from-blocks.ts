import { fail, ok, type Result } from '../result.ts';
import type { ArticleDocument, ArticleNode, InlineText } from './document.ts';
import type { Emphasis, ProposedBlock } from './proposed-block.ts';

/**
 * The document of blocks that a person has confirmed. Fails, in words for that person,
 * when nothing is left to read or an emphasis does not fit its text.
 */
export function documentFromBlocks(blocks: readonly ProposedBlock[]): Result<ArticleDocument> {
  if (blocks.every(({ kind }) => kind === 'furniture')) {
    return fail(
      'Every block is set aside as page furniture. Keep at least one as heading, paragraph or quotation.',
    );
  }
  const misfit = blocks.findIndex(({ text, emphasis }) =>
    emphasis?.some((range) => !fits(range, text)),
  );
  if (misfit !== -1)
    return fail(
      `The italics or bold of block ${misfit + 1} do not fit its text. Import the article again.`,
    );
  return ok({ type: 'doc', content: blocks.map(toNode) });
}

function toNode(block: ProposedBlock): ArticleNode {
  const content = inlineText(block);
  if (block.kind === 'heading')
    return { type: 'heading', attrs: { level: block.level ?? 2 }, content };
  if (block.kind !== 'quotation') return { type: block.kind, content };
  const attrs = { source: block.source ?? null };
  return { type: 'blockquote', attrs, content: [{ type: 'paragraph', content }] };
}

/** Text nodes cut where an emphasis begins or ends; one sweep over those edges. */
function inlineText({ text, emphasis = [] }: ProposedBlock): InlineText[] {
  const edges = emphasis
    .flatMap(({ start, end, mark }) => [
      { at: start, mark, step: 1 },
      { at: end, mark, step: -1 },
    ])
    .toSorted((a, b) => a.at - b.at);
  const depth = { italic: 0, bold: 0 };
  const nodes: InlineText[] = [];
  let from = 0;
  for (const { at, mark, step } of edges) {
    if (at > from) nodes.push(textNode(text.slice(from, at), depth));
    from = at;
    depth[mark] += step;
  }
  if (from < text.length) nodes.push(textNode(text.slice(from), depth));
  return nodes;
}

function textNode(text: string, depth: Record<Emphasis['mark'], number>): InlineText {
  const marks = (['italic', 'bold'] as const)
    .filter((mark) => depth[mark] > 0)
    .map((type) => ({ type }));
  return marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks };
}

function fits({ start, end }: Emphasis, text: string): boolean {
  return start < end && end <= text.length && !splitsPair(text, start) && !splitsPair(text, end);
}

function splitsPair(text: string, at: number): boolean {
  return at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}
