import type { ArticleDocument, InlineText } from './document.ts';
import { isLaidOut } from './laid-out.ts';
import { inlineOf, placedNodes, type PlacedNode } from './placed-nodes.ts';

/**
 * The article as HTML that is safe to set as it is: every text is escaped. One element a
 * block, with `id="b<index>"` (index as in `canonical().blocks`) and `data-start` (UTF-16
 * offset); its text nodes together are exactly the block's slice of the canonical text.
 * `firstIsNotice`: the first block says what the text is, and is set apart by its class.
 * `title` is the `<h1>` when the article begins with its heading, else empty; `body` is the
 * rest, so that a page can put its lines about the article between the two.
 *
 * Not made with `@tiptap/static-renderer`: it draws node by node, and here offsets run on from
 * node to node and neighbouring quotations share an element.
 */
export function articleHtml(
  document: ArticleDocument,
  { firstIsNotice = false }: { firstIsNotice?: boolean } = {},
): { title: string; body: string } {
  const blocks = placedNodes(document);
  const title = isTitle(blocks[0]) ? element('h1', blocks[0], 0) : '';
  const body = blocks.map((block, index) =>
    index === 0 && title !== '' ? '' : blockHtml(blocks, block, index, firstIsNotice),
  );
  return { title, body: body.join('') };
}

function isTitle(block: PlacedNode | undefined): block is PlacedNode {
  return block?.node.type === 'heading' && block.node.attrs.level === 1;
}

function blockHtml(
  blocks: readonly PlacedNode[],
  block: PlacedNode,
  index: number,
  firstIsNotice: boolean,
): string {
  const { node } = block;
  if (node.type === 'heading') return element(node.attrs.level === 3 ? 'h3' : 'h2', block, index);
  const paragraph = element('p', block, index, firstIsNotice && index === 0 ? 'notice' : null);
  if (node.type === 'paragraph') return paragraph;
  const opening = continuesQuotation(blocks[index - 1], block) ? '' : '<blockquote>';
  const closing = continuesQuotation(block, blocks[index + 1])
    ? ''
    : `${footer(node.attrs.source)}</blockquote>`;
  return opening + paragraph + closing;
}

function continuesQuotation(
  before: PlacedNode | undefined,
  after: PlacedNode | undefined,
): boolean {
  if (before?.node.type !== 'blockquote' || after?.node.type !== 'blockquote') return false;
  return before.node.attrs.source === after.node.attrs.source;
}

function footer(source: string | null): string {
  return source === null ? '' : `<footer data-not-text>Quoted from ${escapeHtml(source)}</footer>`;
}

function element(
  tag: string,
  { node, text, start }: PlacedNode,
  index: number,
  role: 'notice' | null = null,
): string {
  const names = [isLaidOut(text) ? 'lines' : null, role].filter((name) => name !== null);
  const classes = names.length === 0 ? '' : ` class="${names.join(' ')}"`;
  const inner = inlineOf(node).map(inlineHtml).join('');
  return `<${tag} id="b${index}" data-start="${start}" dir="auto"${classes}>${inner}</${tag}>`;
}

function inlineHtml({ text, marks = [] }: InlineText): string {
  const has = (type: 'italic' | 'bold') => marks.some((mark) => mark.type === type);
  const strong = has('bold') ? `<strong>${escapeHtml(text)}</strong>` : escapeHtml(text);
  return has('italic') ? `<em>${strong}</em>` : strong;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A parser would turn a bare carriage return into a line feed.
  '\r': '&#13;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"'\r]/g, (character) => ENTITIES[character] ?? character);
}
