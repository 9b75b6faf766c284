import { type RefObject, useEffect } from 'react';
import { BAR_HEIGHT } from './first-visible-offset.ts';
import type { Room } from './room.ts';

/** Keeps `state.titleSeen`: false as soon as the heading is gone behind the bar, which then says it. */
export function useTitleSeen({ state }: Room, ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const heading = ref.current?.querySelector('h1') ?? null;
    if (heading === null) return undefined;
    const seen = new IntersectionObserver(
      ([entry]) => {
        if (entry !== undefined)
          state.titleSeen.set(entry.isIntersecting || entry.boundingClientRect.top > BAR_HEIGHT);
      },
      { rootMargin: `-${BAR_HEIGHT}px 0px 0px` },
    );
    seen.observe(heading);
    return () => seen.disconnect();
  }, [ref, state]);
}
