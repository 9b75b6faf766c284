import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { GAP } from './card-flow.ts';

/**
 * Keeps a column's small children beside the text: each says by `data-offset` (UTF-16) where it belongs, and gets its top, or stands
 * right below the one before. They are placed anew when one of them or the article changes its size.
 */
export function useColumn(column: RefObject<HTMLElement | null>): void {
  const { state } = useRoom();
  const layer = useObservable(state.layer);
  const article = useObservable(state.article);
  const place = useRef(() => {});

  useLayoutEffect(() => {
    place.current = () => {
      if (column.current !== null && layer !== null)
        placeChildren(column.current, (offset) => layer.topOf(offset));
    };
    place.current();
  });

  useEffect(() => {
    const parent = column.current;
    if (parent === null || article === null) return undefined;
    const sizes = new ResizeObserver(() => place.current());
    const children = new MutationObserver(() => watchAll());
    const watchAll = (): void => {
      sizes.disconnect();
      for (const element of [article, ...parent.children]) sizes.observe(element);
    };
    watchAll();
    children.observe(parent, { childList: true });
    return () => {
      sizes.disconnect();
      children.disconnect();
    };
  }, [column, article]);
}

function placeChildren(column: HTMLElement, topOf: (offset: number) => number): void {
  // What stands at the column's edges for other reasons has no place in the text.
  const children = [...column.querySelectorAll<HTMLElement>(':scope > [data-offset]')];
  // All is measured before anything is written, so that the page is laid out once.
  const measured = children.map(({ dataset, offsetHeight }) => ({
    anchor: topOf(Number(dataset['offset'])),
    height: offsetHeight,
  }));
  let free = 0;
  measured.forEach(({ anchor, height }, index) => {
    const top = Math.max(anchor, free);
    free = top + height + GAP;
    const child = children[index];
    if (child === undefined) return;
    child.style.top = `${top}px`;
    child.dataset['placed'] = '';
  });
  column.style.minHeight = children.length === 0 ? '' : `${free - GAP}px`;
}
