import { type RefObject, useEffect } from 'react';
import { offsetFromPoint } from '#lib/client/offset-from-point.ts';
import { openAt } from './open-in-margin.ts';
import type { Room } from './room.ts';

/** A click on a mark opens what is under it; the pointer over a mark outlines the shortest one there. */
export function usePointerOnMarks(room: Room, ref: RefObject<HTMLElement | null>): void {
  const { state } = room;
  useEffect(() => {
    const article = ref.current;
    if (article === null) return undefined;
    const listening = new AbortController();
    const { signal } = listening;
    let frame = 0;

    const offsetAt = ({ target, clientX, clientY }: MouseEvent): number | null => {
      const onMark = target instanceof Element && target.closest('mark') !== null;
      return onMark ? offsetFromPoint(article, clientX, clientY) : null;
    };
    const click = (event: MouseEvent): void => {
      if (document.getSelection()?.isCollapsed === false) return;
      if (event.target instanceof Element && event.target.closest('[data-not-text]') !== null)
        return;
      const offset = offsetAt(event);
      if (offset !== null) openAt(room, offset);
      else if (state.writing.get() === null) state.opened.set(null);
    };
    const hover = (event: PointerEvent): void => {
      if (event.pointerType !== 'mouse' || event.buttons !== 0) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const offset = offsetAt(event);
        const here = offset === null ? [] : (state.layer.get()?.annotationsAt(offset) ?? []);
        state.pointed.set(here[0]?.id ?? null);
      });
    };
    article.addEventListener('click', click, { signal });
    article.addEventListener('pointermove', hover, { signal });
    article.addEventListener('pointerleave', () => state.pointed.set(null), { signal });
    return () => {
      cancelAnimationFrame(frame);
      listening.abort();
    };
  }, [room, ref, state]);
}
