import { blockElements, startOfBlock } from '#lib/client/dom-offsets.ts';
import { offsetFromPoint } from '#lib/client/offset-from-point.ts';

/** As `--bar-height`, in px. */
export const BAR_HEIGHT = 48;
/** Below the top bar, in px from the window's top. */
export const TOP_LINE = BAR_HEIGHT + 16;
/** Between two lines there is no character: a little lower there is. */
const STEPS = [0, 8, 16, 24];

/** The offset (UTF-16) of the first character below the top bar; 0 above the text, null without an article. */
export function firstVisibleOffset(article: HTMLElement | null): number | null {
  return article === null ? null : offsetAtLine(article, TOP_LINE);
}

/** The offset (UTF-16) of the first character below a line, in px from the window's top; null below the text. */
export function offsetAtLine(article: HTMLElement, line: number): number | null {
  const block = blockElements(article).find(
    (element) => element.getBoundingClientRect().bottom > line,
  );
  if (block === undefined) return null;
  const { left, top } = block.getBoundingClientRect();
  if (top >= line) return startOfBlock(block);
  const found = STEPS.map((step) => offsetFromPoint(article, left + 6, line + step));
  return found.find((offset) => offset !== null) ?? startOfBlock(block);
}
