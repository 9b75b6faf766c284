import {
  type RefObject,
  startTransition,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from '#components/reading-room/room.ts';
import type { ColumnItem, Folding } from './column-item.ts';
import { ColumnLayout } from './column-layout.ts';
import { sameItems } from './same-items.ts';

/** Cards that stand in the window are drawn at once, and a few others. Of more so many at most a frame, in slices of the browser’s time. */
const [FEW, AT_ONCE] = [4, 8];
const NOTHING: Folding = { shown: new Set(), inView: new Set(), stacks: [] };

/**
 * Places the margin's items beside the text, and says which of them are drawn as themselves. What is not drawn yet is placed by
 * its likely height first, so that of a crowd only those that have room are ever drawn. They are placed anew when `items` is another
 * list, or the size of one or the text's changes. `active`: the key of the open one; `deed`: changes with what I do.
 */
export function useCardPlaces(
  column: RefObject<HTMLElement | null>,
  items: readonly ColumnItem[],
  { active, deed }: { active: string | null; deed: string },
): Folding {
  const { state } = useRoom();
  const layer = useObservable(state.layer);
  const article = useObservable(state.article);
  const [layout] = useState(() => new ColumnLayout());
  const [folding, setFolding] = useState(NOTHING);
  const drawn = useRef(NOTHING.shown);
  const place = useRef(() => {});

  useLayoutEffect(() => {
    place.current = () => {
      if (column.current === null || layer === null) return;
      const topOf = (offset: number): number => layer.topOf(offset);
      const next = layout.place(column.current, { items, active, deed, topOf });
      const more = [...next.shown].filter((key) => !drawn.current.has(key));
      const seen = more.filter((key) => next.inView.has(key));
      const later =
        seen.length > 0 ? more.filter((key) => !next.inView.has(key)) : more.slice(AT_ONCE);
      drawn.current = withoutAll(next.shown, later);
      const step = { ...next, shown: drawn.current };
      const show = (): void => setFolding((before) => (sameFolding(before, step) ? before : step));
      if (more.length > FEW && seen.length === 0) startTransition(show);
      else show();
    };
    place.current();
  }, [column, layer, layout, items, active, deed]);

  useEffect(() => {
    const parent = column.current;
    if (parent === null || article === null) return undefined;
    let textSize = '';
    const sizes = new ResizeObserver((entries) => {
      const size = `${article.offsetWidth} ${article.offsetHeight}`;
      if (size !== textSize) layout.textMoved();
      textSize = size;
      for (const { target } of entries) layout.measure(target as HTMLElement);
      place.current();
    });
    const children = new MutationObserver((changes) => {
      for (const { addedNodes, removedNodes } of changes) {
        for (const node of removedNodes) sizes.unobserve(node as Element);
        for (const node of addedNodes) sizes.observe(node as Element);
      }
    });
    for (const element of [article, ...parent.children]) sizes.observe(element);
    children.observe(parent, { childList: true });
    return () => {
      sizes.disconnect();
      children.disconnect();
    };
  }, [column, article, layout]);

  return folding;
}

function withoutAll(keys: ReadonlySet<string>, left: readonly string[]): ReadonlySet<string> {
  const kept = new Set(keys);
  for (const key of left) kept.delete(key);
  return kept;
}

function sameFolding(a: Folding, b: Folding): boolean {
  return (
    sameItems([...a.shown], [...b.shown]) &&
    sameItems(
      a.stacks.flatMap(({ key, members }) => [key, ...members]),
      b.stacks.flatMap(({ key, members }) => [key, ...members]),
    )
  );
}
