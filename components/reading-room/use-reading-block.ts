import { type RefObject, useEffect } from 'react';
import { blockElements } from '#lib/client/dom-offsets.ts';
import type { Room } from './room.ts';

/** Only a thin line at the window's upper third is looked at. */
const UPPER_THIRD = '-33% 0px -66% 0px';

/** Keeps `state.block` at the block at the upper third of the window: the one that is being read. */
export function useReadingBlock({ state }: Room, ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (ref.current === null) return undefined;
    const blocks = blockElements(ref.current);
    // Above the first block, where every visit begins, nothing crosses the line yet.
    if (state.block.get() === null && blocks.length > 0) state.block.set(0);
    const seen = new IntersectionObserver(
      (entries) => {
        const entered = entries.findLast(({ isIntersecting }) => isIntersecting);
        if (entered?.target instanceof HTMLElement) state.block.set(blocks.indexOf(entered.target));
      },
      { rootMargin: UPPER_THIRD },
    );
    for (const block of blocks) seen.observe(block);
    return () => seen.disconnect();
  }, [ref, state]);
}
