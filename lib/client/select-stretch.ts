import { rangeOf } from './dom-offsets.ts';

/** Selects a stretch of the text (UTF-16, half-open) as if by hand, in the direction of the selection that there was. */
export function selectStretch(
  article: HTMLElement,
  { start, end }: { start: number; end: number },
): void {
  const range = rangeOf(article, start, end);
  const selection = document.getSelection();
  if (range === null || selection === null) return;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (isBackward(selection))
    selection.setBaseAndExtent(endContainer, endOffset, startContainer, startOffset);
  else selection.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
}

/** `Selection.direction` is too young to count on. */
function isBackward(selection: Selection): boolean {
  if (selection.isCollapsed || selection.rangeCount === 0) return false;
  const { endContainer, endOffset } = selection.getRangeAt(0);
  return selection.anchorNode === endContainer && selection.anchorOffset === endOffset;
}
