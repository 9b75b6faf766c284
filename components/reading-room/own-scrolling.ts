const SCROLL_KEYS = new Set([' ', 'PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown']);

/** Calls `goOn` whenever the reader, not the page, is about to scroll: by wheel, touch, keys or the scrollbar. */
export function onOwnScrolling(goOn: () => void, signal: AbortSignal): void {
  const point = ({ target }: PointerEvent): void => {
    if (target === document.documentElement) goOn();
  };
  const press = (event: KeyboardEvent): void => {
    if (SCROLL_KEYS.has(event.key) && !event.defaultPrevented) goOn();
  };
  document.addEventListener('wheel', goOn, { signal, passive: true });
  document.addEventListener('touchmove', goOn, { signal, passive: true });
  document.addEventListener('pointerdown', point, { signal, capture: true });
  document.addEventListener('keydown', press, { signal });
}
