import { type RefObject, useEffect } from 'react';

/** From the window's edge, in px: as wide as a finger, so wider than the gutter in which the lines stand. */
const FINGER = 44;

/**
 * A tap beside a noted line, on the first letters of its paragraph, means the line, unless there is a mark: that means itself. So the
 * line's target is as wide as a finger, and nothing lies over words that can be selected.
 */
export function useEdgeTaps(
  lines: RefObject<HTMLElement | null>,
  article: HTMLElement | null,
): void {
  useEffect(() => {
    const column = article?.parentElement;
    if (column === null || column === undefined) return undefined;
    const tap = (event: MouseEvent): void => {
      const { clientX, clientY, target } = event;
      const onMark = target instanceof Element && target.closest('mark') !== null;
      const selects = document.getSelection()?.isCollapsed === false;
      if (clientX > FINGER || onMark || selects) return;
      const line = lineAt(lines.current, clientY);
      if (line === undefined) return;
      // Before the text takes it for a tap on nothing, which closes what is open.
      event.stopPropagation();
      line.click();
    };
    column.addEventListener('click', tap, { capture: true });
    return () => column.removeEventListener('click', tap, { capture: true });
  }, [lines, article]);
}

function lineAt(lines: HTMLElement | null, y: number): HTMLElement | undefined {
  return [...(lines?.querySelectorAll<HTMLElement>('button') ?? [])].find((line) => {
    const { top, bottom } = line.getBoundingClientRect();
    return y >= top && y <= bottom;
  });
}
