import { useLayoutEffect } from 'react';
import { replaceParameters } from './replace-parameters.ts';
import type { Room } from './room.ts';
import { VIEWS } from './views.ts';

/** The way the article is seen is in the address, so that it can be shared and survives a reload. */
export function useView({ state }: Room): void {
  useLayoutEffect(() => {
    const asked = new URLSearchParams(window.location.search).get('view');
    const found = VIEWS.find(({ view }) => view === asked);
    if (found !== undefined) state.paint.set(found.view);
    return state.paint.subscribe(() => {
      const view = state.paint.get();
      replaceParameters(['view'], view === 'marks' ? [] : [['view', view]]);
    });
  }, [state]);
}
