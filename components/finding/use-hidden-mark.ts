import { useEffect, useState } from 'react';
import type { Room } from '#components/reading-room/room.ts';

/** The mark that I made just now and that the filter hides; null when there is none, and what forgets it. */
export function useHiddenMark({ page, records, state }: Room): [string | null, () => void] {
  const [hidden, setHidden] = useState<string | null>(null);
  const me = page.user.id;

  useEffect(() => {
    let known: ReadonlySet<string> | null = null;
    const look = (): void => {
      const mine = [...records.all.get().annotations.values()].filter(
        ({ author }) => author === me,
      );
      const fresh = known === null ? [] : mine.filter(({ id }) => known?.has(id) === false);
      const shown = records.shown.get().annotations;
      // What comes with the first sync was made before.
      if (records.saving.get().kind !== 'connecting') known = new Set(mine.map(({ id }) => id));
      setHidden((before) => fresh.findLast(({ id }) => !shown.has(id))?.id ?? before);
    };
    const endings = [
      // Told after `all`, by the same change: both are new then.
      records.shown.subscribe(look),
      records.all.subscribe(() => queueMicrotask(look)),
      records.saving.subscribe(look),
      state.find.subscribe(() => setHidden(null)),
    ];
    look();
    return () => {
      for (const end of endings) end();
    };
  }, [me, records, state]);
  return [hidden, () => setHidden(null)];
}
