import type { ArticleDocument, ArticleNode, InlineText } from './document.ts';

type ReadNode = Exclude<ArticleNode, { type: 'furniture' }>;

/** A node that is read, its text, and where that lies in the canonical text (UTF-16 offsets, half-open). */
export interface PlacedNode {
  node: ReadNode;
  text: string;
  start: number;
  end: number;
}

/** The nodes that make the canonical text, in order: all but furniture, one "\n" between neighbours. */
export function placedNodes(document: ArticleDocument): PlacedNode[] {
  const placed: PlacedNode[] = [];
  let start = 0;
  for (const node of document.content) {
    if (node.type === 'furniture') continue;
    const text = inlineOf(node)
      .map((part) => part.text)
      .join('');
    placed.push({ node, text, start, end: start + text.length });
    start += text.length + 1;
  }
  return placed;
}

/** The text nodes of a block. */
export function inlineOf(node: ArticleNode): readonly InlineText[] {
  return node.type === 'blockquote' ? node.content[0].content : node.content;
}
