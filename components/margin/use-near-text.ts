import { startTransition, useEffect, useState } from 'react';
import type { Stretch } from '#lib/client/annotated-blocks.ts';
import { watchNearText } from '#lib/client/near-viewport.ts';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from '#components/reading-room/room.ts';

const NOWHERE: Stretch = { start: 0, end: 0 };

/** The text within about a screen of the window: what belongs to other words has no element in the margin. */
export function useNearText(): Stretch {
  const article = useObservable(useRoom().state.article);
  const [near, setNear] = useState(NOWHERE);

  useEffect(() => {
    if (article === null) return undefined;
    // In slices: what is a screen away must not make a frame late.
    return watchNearText(article, (next) => startTransition(() => setNear(next)));
  }, [article]);
  return near;
}

export function isIn({ start, end }: Stretch, offset: number): boolean {
  return offset >= start && offset < end;
}
