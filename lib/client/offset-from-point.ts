import { offsetOf } from './dom-offsets.ts';

/**
 * The offset (UTF-16) of the character under a point of the window (CSS pixels); null where there is none: beside a
 * line, between lines, outside the article. The browser's answer is the nearest gap *between* characters, so the two
 * beside it are asked whether they lie under the point.
 */
export function offsetFromPoint(article: HTMLElement, x: number, y: number): number | null {
  const caret = caretAt(x, y);
  if (caret === null || !(caret.node instanceof Text)) return null;
  const { node, at } = caret;
  const under = [at, at - 1].find((index) => covers(node, index, x, y));
  return under === undefined ? null : offsetOf(article, node, under);
}

/** `caretPositionFromPoint` is the standard; Safari has only `caretRangeFromPoint`. */
function caretAt(x: number, y: number): { node: Node; at: number } | null {
  if ('caretPositionFromPoint' in document) {
    const position = document.caretPositionFromPoint(x, y);
    return position && { node: position.offsetNode, at: position.offset };
  }
  const range = (document as Document).caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, at: range.startOffset };
}

function covers(text: Text, index: number, x: number, y: number): boolean {
  if (index < 0 || index >= text.length) return false;
  const range = document.createRange();
  range.setStart(text, index);
  range.setEnd(text, index + 1);
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  );
}
