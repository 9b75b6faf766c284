import { useEffect, useLayoutEffect } from 'react';
import { DEFAULT_CODEBOOK } from '#lib/annotation/codebook.ts';
import { FILTER_PARAMETERS, filterOf, queryOf } from '#lib/insight/filter-query.ts';
import { hides } from '#lib/insight/filter.ts';
import type { filtered as Filtered } from '#lib/insight/filtered.ts';
import type { RecordFilter } from '#components/reading-room/room-records.ts';
import { replaceParameters } from '#components/reading-room/replace-parameters.ts';
import type { Room } from '#components/reading-room/room.ts';
import { followMoving, lookerIn } from './looker.ts';

const TAGS = DEFAULT_CODEBOOK.map(({ id }) => id);

/** Keeps what is shown at what the address asks for, and the address at what is chosen here (F7). */
export function useFilter({ page, state, threads, unread }: Room): void {
  const me = page.user.id;

  useLayoutEffect(() => {
    const lookerFor = lookerIn({ threads, unread }, me);
    let keep: typeof Filtered | null = null;
    const setRecordFilter = async (): Promise<void> => {
      const filter = state.find.get();
      const looker = lookerFor(filter);
      if (!hides(filter)) return state.filter.set(null);
      // Until it is known what is hidden, nothing new is shown.
      if (state.filter.get() === null) state.filter.set(hideAll);
      // Once it is there at once: what comes is not hidden for a moment first.
      const filtered = (keep ??= (await import('#lib/insight/filtered.ts')).filtered);
      if (state.find.get() === filter) state.filter.set((all) => filtered(all, filter, looker));
    };
    const follow = (): void => {
      void setRecordFilter();
      replaceParameters(FILTER_PARAMETERS, queryOf(state.find.get()));
    };
    const endings = [
      state.find.subscribe(follow),
      followMoving({ state, threads, unread }, () => void setRecordFilter()),
    ];
    const asked = filterOf(new URLSearchParams(window.location.search), TAGS);
    if (asked.words !== '') state.finding.set('search');
    state.find.set(asked);
    return () => {
      for (const end of endings) end();
    };
  }, [me, state, threads, unread]);

  useEffect(() => {
    const goBack = (): void =>
      state.find.set(filterOf(new URLSearchParams(window.location.search), TAGS));
    window.addEventListener('popstate', goBack);
    return () => window.removeEventListener('popstate', goBack);
  }, [state]);
}

const hideAll: RecordFilter = (all) => ({ ...all, annotations: new Map() });
