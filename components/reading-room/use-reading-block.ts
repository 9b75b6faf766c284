import { type RefObject, useEffect } from 'react';
import { lastStartingBy } from '#lib/anchor/last-starting-by.ts';
import { blockElements } from '#lib/client/dom-offsets.ts';
import type { Room } from './room.ts';

/** How often it is looked while the page scrolls. Milliseconds. */
const PAUSE = 200;

/** Keeps `state.block` at the block at the upper third of the window: the one that is being read. */
export function useReadingBlock({ state }: Room, ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (ref.current === null) return undefined;
    const blocks = blockElements(ref.current);
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      waiting = undefined;
      const line = window.innerHeight / 3;
      const block = lastStartingBy(blocks, line, (one) => one.getBoundingClientRect().top);
      if (blocks.length > 0) state.block.set(Math.max(0, block));
    };
    // Not an observer: the browser would look at every block of the text in every frame.
    const lookSoon = (): void => {
      waiting ??= setTimeout(look, PAUSE);
    };
    window.addEventListener('scroll', lookSoon, { passive: true });
    window.addEventListener('resize', lookSoon);
    look();
    return () => {
      clearTimeout(waiting);
      window.removeEventListener('scroll', lookSoon);
      window.removeEventListener('resize', lookSoon);
    };
  }, [ref, state]);
}
