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
  if (article === null) return null;
  const block = blockElements(article).find(
    (element) => element.getBoundingClientRect().bottom > TOP_LINE,
  );
  if (block === undefined) return null;
  const { left, top } = block.getBoundingClientRect();
  if (top >= TOP_LINE) return startOfBlock(block);
  const found = STEPS.map((step) => offsetFromPoint(article, left + 6, TOP_LINE + step));
  return found.find((offset) => offset !== null) ?? startOfBlock(block);
}
