import { useEffect, useRef } from 'react';
import { showEverything } from '#components/finding/choose.ts';
import { openAnnotation } from './open-in-margin.ts';
import { placeInAddress } from './place-in-address.ts';
import type { Notice, Room } from './room.ts';
import { scrollToLineAtTop, showOffset } from './scroll-to-passage.ts';

const GONE = 'This note was deleted, or it is not yours to see.';
const HIDDEN: Notice = {
  words: 'This note is hidden by your filter.',
  deed: { name: 'Show it', run: showEverything },
};

/** Leads to the annotation that the address names (`#a=<key>`) as soon as it has come: to its passage, its card, and the focus into that. */
export function useAddressedAnnotation(room: Room): void {
  // Outlasts a refresh and a move to another place: what was opened once may have been closed since.
  const opened = useRef<string | null>(null);
  const missed = useRef<string | null>(null);
  useEffect(() => {
    const { records, session, state } = room;
    const open = (): void => {
      const place = placeInAddress(window.location);
      if (place?.kind !== 'annotation' || place.id === opened.current) return;
      if (state.layer.get() === null) return;
      const annotation = records.shown.get().annotations.get(place.id);
      if (annotation === undefined) return miss(place.id);
      opened.current = place.id;
      if (missed.current === place.id) state.notice.set('');
      openAnnotation(room, annotation.id);
      state.ledTo.set(annotation.id);
      showOffset(room, annotation.target.start);
    };
    const miss = (id: string): void => {
      const { kind } = session.saving.get();
      const isSynced = kind === 'saved' || kind === 'saving';
      if (!isSynced || missed.current === id) return;
      missed.current = id;
      state.notice.set(records.all.get().annotations.has(id) ? HIDDEN : GONE);
      if (window.scrollY === 0 && room.page.position > 0)
        scrollToLineAtTop(room, room.page.position);
    };
    const endings = [records.shown, state.layer, session.saving].map((source) =>
      source.subscribe(open),
    );
    window.addEventListener('hashchange', open);
    open();
    return () => {
      for (const end of endings) end();
      window.removeEventListener('hashchange', open);
    };
  }, [room]);
}
