import { type RefObject, useLayoutEffect } from 'react';
import { BAR_HEIGHT } from '#components/reading-room/first-visible-offset.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { windowTop } from '#components/reading-room/scroll-to-passage.ts';
import { type OpenCard, passageOf } from './margin-content.ts';

/** Between the panel and the window's edges, in px. */
const EDGE = 10;
/** A line of the text and what lies below it. */
const LINE = 44;

/** The panel opens beside its pill, a new comment's below the words it is about; all of it in the window. */
export function usePanelPlace(panel: RefObject<HTMLElement | null>, open: OpenCard | null): void {
  const room = useRoom();
  const isNew = open?.kind === 'new';
  const { start, end } = open === null ? { start: null, end: null } : passageOf(open);

  useLayoutEffect(() => {
    const element = panel.current;
    if (element === null || start === null || end === null) return undefined;
    const wished = isNew ? windowTop(room, end - 1) + LINE : windowTop(room, start);
    const place = (): void => putInWindow(element, wished);
    const sizes = new ResizeObserver(place);
    sizes.observe(element);
    window.addEventListener('resize', place);
    place();
    return () => {
      sizes.disconnect();
      window.removeEventListener('resize', place);
    };
  }, [room, panel, isNew, start, end]);
}

function putInWindow(element: HTMLElement, wished: number): void {
  const lowest = window.innerHeight - element.offsetHeight - EDGE;
  element.style.top = `${Math.max(BAR_HEIGHT + EDGE, Math.min(wished, lowest))}px`;
}
