import { useEffect } from 'react';
import { onOwnScrolling } from './own-scrolling.ts';
import type { Room } from './room.ts';

interface Place {
  focus: Element | null;
  top: number;
  /** I went on since: the page is not to be moved back under my eyes. */
  wentOn: boolean;
}

/** When what was written or open closes, the reader is back at the focus and the scroll that it was opened from. */
export function usePlacesComeFrom({ state }: Room): void {
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const places = new Set<Place>();
    const goOn = (): void => {
      for (const place of places) place.wentOn = true;
    };
    const point = ({ target }: PointerEvent): void => {
      if (target instanceof Node && state.article.get()?.contains(target) === true) goOn();
    };
    onOwnScrolling(goOn, signal);
    document.addEventListener('pointerdown', point, { signal, capture: true });

    const endings = [state.writing, state.opened].map((source) => {
      let from: Place | null = null;
      return source.subscribe(() => {
        const isOpen = source.get() !== null;
        if (isOpen && from === null) {
          from = placeNow();
          places.add(from);
        }
        if (isOpen || from === null) return;
        const left = from;
        from = null;
        places.delete(left);
        if (!left.wentOn) window.scrollTo({ top: left.top, behavior: 'instant' });
        requestAnimationFrame(() => giveBack(left.focus, state.article.get()));
      });
    });
    return () => {
      for (const end of endings) end();
      listening.abort();
    };
  }, [state]);
}

/** What an address opened before anybody did anything was come to, not left. */
function placeNow(): Place {
  return {
    focus: document.activeElement,
    top: window.scrollY,
    wentOn: !navigator.userActivation.hasBeenActive,
  };
}

/** Only focus that went with what closed: whoever is elsewhere by now stays there. */
function giveBack(from: Element | null, article: HTMLElement | null): void {
  const lost = document.activeElement === null || document.activeElement === document.body;
  if (!lost || from === null || from === document.body) return;
  const target = from.isConnected && from instanceof HTMLElement ? from : article;
  target?.focus({ preventScroll: true });
}
