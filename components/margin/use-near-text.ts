import { startTransition, useEffect, useState } from 'react';
import type { Stretch } from '#lib/client/annotated-blocks.ts';
import { watchNearText } from '#lib/client/near-viewport.ts';
import { watchScrollPace } from '#lib/client/scroll-pace.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from '#components/reading-room/room.ts';

const NOWHERE: Stretch = { start: 0, end: 0 };

/**
 * The text within about a screen of the window: what belongs to other words has no element in the margin. While the page flies by it
 * stays as it was, for nobody reads what would be drawn and taken away again.
 */
export function useNearText(): Stretch {
  const article = useObservable(useRoom().state.article);
  const [near, setNear] = useState(NOWHERE);

  useEffect(() => {
    if (article === null) return undefined;
    let newest = NOWHERE;
    // In slices: what is a screen away must not make a frame late.
    const take = (): void => startTransition(() => setNear(newest));
    const pace = watchScrollPace(take);
    const endWatching = watchNearText(article, (next) => {
      newest = next;
      if (!pace.isFast()) take();
    });
    return () => {
      endWatching();
      pace.end();
    };
  }, [article]);
  return near;
}

export function isIn({ start, end }: Stretch, offset: number): boolean {
  return offset >= start && offset < end;
}
