import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { fail, ok, type Result } from '#lib/result.ts';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** Browsers stop nesting at 512 as well. */
const DEEPEST = 512;
/** Far above any article; below what mangled markup can multiply into. */
const MOST_ELEMENTS = 100_000;

class TooComplex extends Error {}

/** The children of the document, or why the page is too intricate to read (nested or repeated beyond any article). */
export function htmlTree(html: string): Result<readonly HtmlNode[]> {
  try {
    return ok(parse(html, { treeAdapter: boundedAdapter() }).childNodes);
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    return fail(
      'This page is nested too deeply, or has too many parts, to be read. Copy the text of the article alone and paste it.',
    );
  }
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** The text inside a node, white space collapsed as a browser does. */
export function textInside(node: HtmlNode): string {
  return rawText(node)
    .replace(/[ \t\n\f\r]+/g, ' ')
    .replace(/^ | $/g, '');
}

function rawText(node: HtmlNode): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return isElement(node) ? node.childNodes.map(rawText).join('') : '';
}

function boundedAdapter(): typeof defaultTreeAdapter {
  let [depth, elements] = [0, 0];
  return {
    ...defaultTreeAdapter,
    createElement(...args) {
      elements += 1;
      if (elements > MOST_ELEMENTS) throw new TooComplex();
      return defaultTreeAdapter.createElement(...args);
    },
    onItemPush() {
      depth += 1;
      if (depth > DEEPEST) throw new TooComplex();
    },
    onItemPop() {
      depth -= 1;
    },
  };
}
