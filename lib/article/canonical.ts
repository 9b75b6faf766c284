import type { ArticleDocument, Block } from './document.ts';
import { placedNodes, type PlacedNode } from './placed-nodes.ts';

/** Sentence ranges of one block's text, in UTF-16 offsets from its beginning. */
export type SentencesOf = (text: string) => [start: number, end: number][];

/**
 * The canonical text, to which every offset refers: the text of all blocks that are not
 * furniture, joined by one "\n", no other change. With it the blocks and their sentences,
 * as UTF-16 offsets into that text.
 */
export function canonical(
  document: ArticleDocument,
  sentencesOf: SentencesOf,
): { text: string; blocks: Block[] } {
  const placed = placedNodes(document);
  return {
    text: placed.map(({ text }) => text).join('\n'),
    blocks: placed.map((block) => toBlock(block, sentencesOf)),
  };
}

function toBlock({ node, text, start, end }: PlacedNode, sentencesOf: SentencesOf): Block {
  const sentences = sentencesOf(text).map(([from, to]): [number, number] => [
    start + from,
    start + to,
  ]);
  if (node.type !== 'blockquote') return { start, end, kind: node.type, sentences };
  const { source } = node.attrs;
  return { start, end, kind: 'quotation', ...(source === null ? {} : { source }), sentences };
}
