import { useEffect } from 'react';
import type { Room } from './room.ts';

/** When what was written or open closes and takes the focus with it, the focus goes back to where it came from. */
export function useReturningFocus({ state }: Room): void {
  useEffect(() => {
    const endings = [state.writing, state.opened].map((source) => {
      let from: Element | null = null;
      let wasOpen = false;
      return source.subscribe(() => {
        const isOpen = source.get() !== null;
        if (isOpen && !wasOpen) from = document.activeElement;
        if (!isOpen && wasOpen) requestAnimationFrame(() => giveBack(from, state.article.get()));
        wasOpen = isOpen;
      });
    });
    return () => {
      for (const end of endings) end();
    };
  }, [state]);
}

function giveBack(from: Element | null, article: HTMLElement | null): void {
  const lost = document.activeElement === null || document.activeElement === document.body;
  if (!lost || from === null || from === document.body) return;
  const target = from.isConnected && from instanceof HTMLElement ? from : article;
  target?.focus({ preventScroll: true });
}
