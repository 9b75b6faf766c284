import { attribute, isElement, textInside, type HtmlElement, type HtmlNode } from './html-tree.ts';

const LONGEST_SOURCE = 200;
const DASHED = /^(?:—|–|--)\s*/;
const LEADING = /^(?:(?:—|–|--)\s*)?(?:Quoted from )?/;

/** Who is quoted, as a `<blockquote>` says it, and the element that says so, which is no part of the quotation. */
export interface QuotationSource {
  source?: string;
  element?: HtmlElement;
}

/**
 * Looks for a `<footer>`, then a `<cite>` or a line after a dash that stands alone, then
 * the host of the `cite` attribute.
 */
export function quotationSource(blockquote: HtmlElement): QuotationSource {
  const children = blockquote.childNodes.filter(isElement);
  const element =
    children.find(({ tagName }) => tagName === 'footer') ??
    children.find(isLoneCite) ??
    children.slice(1).findLast(isDashedLine);
  const source = element && textInside(element).replace(LEADING, '');
  if (element && source && source.length <= LONGEST_SOURCE) return { source, element };
  const host = hostOf(attribute(blockquote, 'cite'));
  return host === null ? {} : { source: host };
}

function isLoneCite(element: HtmlElement): boolean {
  if (element.tagName === 'cite') return true;
  const children = element.childNodes.filter((node) => !isFiller(node));
  const [only] = children;
  return children.length === 1 && only !== undefined && isElement(only) && only.tagName === 'cite';
}

function isFiller(node: HtmlNode): boolean {
  return !isElement(node) && /^[\s—–-]*$/.test(textInside(node));
}

function isDashedLine(element: HtmlElement): boolean {
  return element.tagName === 'p' && DASHED.test(textInside(element));
}

function hostOf(address: string | undefined): string | null {
  const url = URL.parse(address ?? '');
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  return isWeb ? url.hostname.replace(/^www\./, '') : null;
}
