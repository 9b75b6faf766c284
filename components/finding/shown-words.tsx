'use client';
import { useDeferredValue, useEffect } from 'react';
import { nameOf } from '#components/margin/people.ts';
import { openAnnotation } from '#components/reading-room/open-in-margin.ts';
import { useRoom } from '#components/reading-room/room.ts';
import { Button } from '#components/ui/button.tsx';
import { useObservable } from '#components/ui/use-observable.ts';
import { showEverything } from './choose.ts';
import { filterWords } from './filter-words.ts';
import { useHiddenMark } from './use-hidden-mark.ts';

/** What the filter lets through, and the way back to everything. */
export function ShownWords() {
  const room = useRoom();
  const { page, records, state } = room;
  const filter = useObservable(state.find);
  const shown = useDeferredValue(useObservable(records.shown)).annotations.size;
  const all = useDeferredValue(useObservable(records.all)).annotations.size;
  const [hidden, forget] = useHiddenMark(room);
  const empty = shown === 0 && all > 0 && filter.show !== 'none';
  const show = (): void => {
    showEverything(room);
    if (hidden !== null) openAnnotation(room, hidden);
    forget();
  };
  const words = filterWords(filter, (user) => nameOf(page, user));
  const said =
    hidden === null
      ? `${empty ? 'Nothing fits' : 'Shown'}: ${words}`
      : 'Marked. Your filter hides it.';
  useEffect(() => state.announced.set(said), [said, state]);
  return (
    <>
      <p>{said}</p>
      <Button kind="quiet" onClick={show}>
        {hidden === null ? 'Show everything' : 'Show it'}
      </Button>
    </>
  );
}
