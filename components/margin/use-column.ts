import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { covered, type Placed, placeCards } from './place-cards.ts';

/**
 * Keeps a column's children beside the text: each child says by `data-offset` (UTF-16) where it belongs, and by `data-kind` whether it
 * is a tally or there only while it is open; it gets its top. They are placed anew when one of them or the article changes its
 * size. `active`: the `data-key` of the child that keeps its place.
 */
export function useColumn(column: RefObject<HTMLElement | null>, active: string | null): void {
  const { state } = useRoom();
  const layer = useObservable(state.layer);
  const article = useObservable(state.article);
  const place = useRef(() => {});
  const resting = useRef(new Map<string, number>());

  useLayoutEffect(() => {
    place.current = () => {
      if (column.current !== null && layer !== null)
        placeChildren(column.current, { active, resting: resting.current }, (offset) =>
          layer.topOf(offset),
        );
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
  { active, resting }: { active: string | null; resting: Map<string, number> },
  topOf: (offset: number) => number,
): void {
  const children = [...column.children].filter((child) => child instanceof HTMLElement);
  const items = children.map((child) => placedOf(child, active, resting));
  const at = children.findIndex(({ dataset }) => dataset['key'] === active);
  const tops = placeCards(items, at === -1 ? null : at);
  const under = covered(items, tops);
  children.forEach(({ style, dataset }, index) => {
    style.top = `${tops[index] ?? 0}px`;
    dataset['placed'] = '';
    dataset['covered'] = String(under[index]);
  });
  const ends = items.map(({ height }, index) => (tops[index] ?? 0) + height);
  column.style.minHeight = items.length === 0 ? '' : `${Math.max(...ends)}px`;

  /** An active card is taller than at rest; how tall it was then is remembered. */
  function placedOf(
    { dataset, offsetHeight: height }: HTMLElement,
    activeKey: string | null,
    heights: Map<string, number>,
  ): Placed {
    const key = dataset['key'] ?? '';
    if (key !== activeKey) heights.set(key, height);
    const rest = dataset['kind'] === 'open' ? null : (heights.get(key) ?? height);
    return {
      anchor: topOf(Number(dataset['offset'])),
      height,
      rest,
      fixed: dataset['kind'] === 'tally',
    };
  }
}
