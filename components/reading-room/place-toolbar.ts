import { rangeOf } from '#lib/client/dom-offsets.ts';
import { TOP_LINE } from './first-visible-offset.ts';
import type { Passage } from './room.ts';

/** Space between words and toolbar, in px: the marks' underlines lie in it. */
const GAP = 12;
const EDGE = 8;

/** Puts the toolbar below the passage's last line, or above its first where below is no room; never over it. */
export function placeToolbar(
  bar: HTMLElement,
  article: HTMLElement,
  { start, end }: Passage,
): void {
  const rects = [...(rangeOf(article, start, end)?.getClientRects() ?? [])];
  const [first, last] = [rects[0], rects.at(-1)];
  if (first === undefined || last === undefined) return;
  const { offsetHeight, offsetWidth } = bar;
  const fitsBelow = last.bottom + GAP + offsetHeight < window.innerHeight - EDGE;
  const fitsAbove = first.top - GAP - offsetHeight > TOP_LINE;
  const goesAbove = !fitsBelow && fitsAbove;
  const top = goesAbove ? first.top - GAP - offsetHeight : last.bottom + GAP;
  const left = leftOfLine(rects, goesAbove ? first : last);
  const mostLeft = article.getBoundingClientRect().right - offsetWidth;
  bar.style.top = `${top + window.scrollY}px`;
  bar.style.left = `${Math.max(EDGE, Math.min(left, mostLeft)) + window.scrollX}px`;
}

/** A line is as many rectangles as it has marks in it. */
function leftOfLine(rects: readonly DOMRect[], { bottom }: DOMRect): number {
  const line = rects.filter((rect) => Math.abs(rect.bottom - bottom) < 8);
  return Math.min(...line.map(({ left }) => left));
}
