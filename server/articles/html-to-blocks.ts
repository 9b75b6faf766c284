import type { Emphasis, ProposedBlock } from '#lib/article/proposed-block.ts';
import { ok, type Result } from '#lib/result.ts';
import { blockCollector, type BlockCollector, type BlockPlace } from './block-collector.ts';
import {
  attribute,
  htmlTree,
  isElement,
  textInside,
  type HtmlElement,
  type HtmlNode,
} from './html-tree.ts';
import { quotationSource } from './quotation-source.ts';

/** Elements that show no text of the page. */
const NO_TEXT = new Set(
  'script style template noscript head iframe object embed svg canvas audio video select textarea input datalist'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'html body main article section div p pre ul ol li dl dt dd table caption tr td th figure hr address details summary fieldset legend center hgroup header'.split(
    ' ',
  ),
);
const FURNITURE: Readonly<Record<string, string>> = {
  nav: 'page menu',
  aside: 'side note',
  footer: 'page footer',
  header: 'page header',
  form: 'form',
  figcaption: 'picture caption',
};
const LEVELS: Readonly<Record<string, 1 | 2 | 3>> = { h1: 1, h2: 2, h3: 3, h4: 3, h5: 3, h6: 3 };
const MARKS: Readonly<Record<string, Emphasis['mark']>> = {
  em: 'italic',
  i: 'italic',
  strong: 'bold',
  b: 'bold',
};

interface Context {
  collector: BlockCollector;
  place: BlockPlace;
  marks: readonly Emphasis['mark'][];
  preformatted: boolean;
  /** The element that names the source of the quotation around. */
  source?: HtmlElement | undefined;
}

/**
 * The blocks of a page, in order. All text that a browser shows is there: menus, headers,
 * footers, side notes, captions and forms as furniture. Scripts, styles and fields are no text. A
 * `<blockquote>` is a quotation; see `quotationSource`. `title` is the page's `<title>`.
 */
export function htmlToBlocks(
  html: string,
): Result<{ title: string | null; blocks: ProposedBlock[] }> {
  const tree = htmlTree(html);
  if (!tree.ok) return tree;
  const collector = blockCollector();
  const place: BlockPlace = { kind: 'paragraph' };
  for (const node of tree.value) visit(node, { collector, place, marks: [], preformatted: false });
  collector.close(place);
  return ok({ title: pageTitle(tree.value), blocks: withOneTitle(collector.blocks) });
}

function visit(node: HtmlNode, context: Context): void {
  if (node.nodeName === '#text' && 'value' in node) {
    context.collector.text(node.value, context.marks, context.preformatted);
  } else if (isElement(node) && isShown(node) && node !== context.source) {
    visitElement(node, context);
  }
}

function visitElement(element: HtmlElement, context: Context): void {
  const mark = MARKS[element.tagName];
  if (element.tagName === 'br') return context.collector.lineBreak(context.place);
  if (mark)
    return visitChildren(element, { ...context, marks: [...new Set([...context.marks, mark])] });
  const inside = blockContext(element, context);
  if (inside === null) return visitChildren(element, context);
  context.collector.close(context.place);
  visitChildren(element, inside);
  context.collector.close(inside.place);
}

function visitChildren(element: HtmlElement, context: Context): void {
  for (const child of element.childNodes) visit(child, context);
}

/** What the text inside a block element is; null for an element that runs on in its line. */
function blockContext(element: HtmlElement, context: Context): Context | null {
  const { tagName } = element;
  const level = LEVELS[tagName];
  const why = furnitureReason(element);
  const isPlain = context.place.kind === 'paragraph';
  if (why !== null)
    return {
      ...context,
      place: context.place.kind === 'furniture' ? context.place : { kind: 'furniture', why },
    };
  if (tagName === 'blockquote') return quotationContext(element, context);
  if (level) return { ...context, place: isPlain ? { kind: 'heading', level } : context.place };
  if (tagName === 'pre') return { ...context, preformatted: true };
  return BLOCKS.has(tagName) ? context : null;
}

function quotationContext(blockquote: HtmlElement, context: Context): Context {
  if (context.place.kind === 'furniture') return context;
  const { source = context.place.source, element } = quotationSource(blockquote);
  const place: BlockPlace = { kind: 'quotation', ...(source === undefined ? {} : { source }) };
  return { ...context, place, source: element };
}

function furnitureReason(element: HtmlElement): string | null {
  if (element.tagName === 'header' && element.childNodes.some(holdsTitle)) return null;
  return FURNITURE[element.tagName] ?? null;
}

function holdsTitle(node: HtmlNode): boolean {
  return isElement(node) && (node.tagName === 'h1' || node.childNodes.some(holdsTitle));
}

function isShown(element: HtmlElement): boolean {
  if (NO_TEXT.has(element.tagName) || attribute(element, 'hidden') !== undefined) return false;
  return !/display:\s?none/i.test(attribute(element, 'style') ?? '');
}

function pageTitle(nodes: readonly HtmlNode[]): string | null {
  const head = childNamed(childNamed(nodes, 'html')?.childNodes, 'head');
  const title = childNamed(head?.childNodes, 'title');
  return (title && textInside(title)) || null;
}

function childNamed(nodes: readonly HtmlNode[] | undefined, name: string): HtmlElement | undefined {
  return nodes?.filter(isElement).find(({ tagName }) => tagName === name);
}

/** A document has one title: later headings of level 1 become level 2. */
function withOneTitle(blocks: readonly ProposedBlock[]): ProposedBlock[] {
  const first = blocks.findIndex(({ level }) => level === 1);
  return blocks.map((block, index) =>
    block.level === 1 && index !== first ? { ...block, level: 2 } : block,
  );
}
