import { useEffect, useState } from 'react';
import { blockElements } from '#lib/client/dom-offsets.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from '#components/reading-room/room.ts';

const NONE: ReadonlySet<number> = new Set();

/** Indexes of the blocks within about a screen of the window: what belongs to another has no element in the margin. */
export function useNearBlocks(): ReadonlySet<number> {
  const article = useObservable(useRoom().state.article);
  const [near, setNear] = useState(NONE);

  useEffect(() => {
    if (article === null) return undefined;
    const indexes = new Map(blockElements(article).map((element, index) => [element, index]));
    const observer = new IntersectionObserver(
      (entries) =>
        setNear((before) => {
          const after = new Set(before);
          for (const { target, isIntersecting } of entries) {
            const index = indexes.get(target as HTMLElement) ?? -1;
            if (isIntersecting) after.add(index);
            else after.delete(index);
          }
          return after;
        }),
      { rootMargin: '100% 0px' },
    );
    for (const element of indexes.keys()) observer.observe(element);
    return () => observer.disconnect();
  }, [article]);
  return near;
}
