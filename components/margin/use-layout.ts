import { useSyncExternalStore } from 'react';

/** Where cards go: beside the text, in a panel over the page, or in a sheet from the bottom. */
export type Layout = 'margin' | 'panel' | 'sheet';

const WIDE = '(min-width: 1024px)';
const NARROW = '(max-width: 639px)';

function subscribe(onChange: () => void): () => void {
  const queries = [window.matchMedia(WIDE), window.matchMedia(NARROW)];
  for (const query of queries) query.addEventListener('change', onChange);
  return () => {
    for (const query of queries) query.removeEventListener('change', onChange);
  };
}

function layoutNow(): Layout {
  if (window.matchMedia(WIDE).matches) return 'margin';
  return window.matchMedia(NARROW).matches ? 'sheet' : 'panel';
}

export function useLayout(): Layout {
  return useSyncExternalStore(subscribe, layoutNow, () => 'margin');
}
