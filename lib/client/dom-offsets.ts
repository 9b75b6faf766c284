import { blockBefore, startOfBlock } from './block-index.ts';

/*
 * DOM positions <-> offsets (UTF-16) into the canonical text. A block is an element with `data-start`, the offset of
 * its first character; its text nodes, save those inside `[data-not-text]`, spell its slice of the text.
 */
export { blockElements, startOfBlock } from './block-index.ts';

/** The text nodes of a block that are part of the canonical text, in order. */
export function textNodesOf(block: HTMLElement): Text[] {
  // Without a filter of ours the browser walks by itself; only a few quotations need one.
  const hasOther = block.querySelector('[data-not-text]') !== null;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode() !== null) {
    const text = walker.currentNode as Text;
    if (!hasOther || text.parentElement?.closest('[data-not-text]') === null) nodes.push(text);
  }
  return nodes;
}

/** The offset of a DOM position inside one of the article's blocks; null elsewhere and in what is not text. */
export function offsetOf(article: HTMLElement, node: Node, nodeOffset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  if (element === null || element.closest('[data-not-text]') !== null) return null;
  const block = element.closest<HTMLElement>('[data-start]');
  return block === null || !article.contains(block) ? null : offsetIn(block, node, nodeOffset);
}

/** The offset of the position counted by the text before it in the block: a footer counts as the block's end. */
export function offsetIn(block: HTMLElement, node: Node, nodeOffset: number): number {
  const texts = textNodesOf(block);
  const at = texts.indexOf(node as Text);
  if (at !== -1)
    return offsetAfter(block, texts.slice(0, at)) + Math.min(nodeOffset, texts[at]?.length ?? 0);
  const next = node instanceof Text ? null : (node.childNodes[nodeOffset] ?? null);
  const behind = texts.findIndex((text) => !liesBefore(text, node, next));
  return offsetAfter(block, behind === -1 ? texts : texts.slice(0, behind));
}

function offsetAfter(block: HTMLElement, texts: readonly Text[]): number {
  return texts.reduce((offset, { length }) => offset + length, startOfBlock(block));
}

/** Whether the text lies before the position: before `next`, its right neighbour, or (without) before `node`'s end. */
function liesBefore(text: Text, node: Node, next: Node | null): boolean {
  if (next === null && !(node instanceof Text) && node.contains(text)) return true;
  const position = (next ?? node).compareDocumentPosition(text);
  return (position & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}

/** The DOM range of a half-open range of the text; null when the article does not hold it. */
export function rangeOf(article: HTMLElement, start: number, end: number): Range | null {
  const first = placeOf(article, start, 'character after');
  const last = end > start ? placeOf(article, end, 'character before') : first;
  if (first === null || last === null) return null;
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset);
  return range;
}

/** A position between two text nodes belongs to the node whose character it touches on the wanted side. */
function placeOf(
  article: HTMLElement,
  offset: number,
  touching: 'character before' | 'character after',
): { node: Text; offset: number } | null {
  const block = blockBefore(article, offset);
  if (block === undefined) return null;
  const nodes = textNodesOf(block);
  let begin = startOfBlock(block);
  for (const node of nodes) {
    const within = offset - begin;
    if (within < node.length || (within === node.length && touching === 'character before')) {
      return { node, offset: within };
    }
    begin += node.length;
  }
  const last = nodes.at(-1);
  return last === undefined || begin !== offset ? null : { node: last, offset: last.length };
}
