import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { placeCards } from './place-cards.ts';

/**
 * Keeps a column's children beside the text: each child says by `data-offset` (UTF-16) where it belongs, and gets its top. They
 * are placed anew when one of them or the article changes its size. `active`: the `data-key` of the child that keeps its place.
 */
export function useColumn(column: RefObject<HTMLElement | null>, active: string | null): void {
  const { state } = useRoom();
  const layer = useObservable(state.layer);
  const article = useObservable(state.article);
  const place = useRef(() => {});

  useLayoutEffect(() => {
    place.current = () => {
      if (column.current !== null && layer !== null)
        placeChildren(column.current, active, (offset) => layer.topOf(offset));
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

function placeChildren(
  column: HTMLElement,
  active: string | null,
  topOf: (offset: number) => number,
): void {
  const children = [...column.children].filter((child) => child instanceof HTMLElement);
  const anchors = children.map(({ dataset }) => topOf(Number(dataset['offset'])));
  const heights = children.map(({ offsetHeight }) => offsetHeight);
  const at = children.findIndex(({ dataset }) => dataset['key'] === active);
  const tops = placeCards(anchors, heights, at === -1 ? null : at);
  children.forEach(({ style, dataset }, index) => {
    style.top = `${tops[index] ?? 0}px`;
    dataset['placed'] = '';
  });
  const last = children.length - 1;
  column.style.minHeight = last < 0 ? '' : `${(tops[last] ?? 0) + (heights[last] ?? 0)}px`;
}
