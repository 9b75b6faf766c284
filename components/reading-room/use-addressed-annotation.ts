import { useEffect, useRef } from 'react';
import { openAnnotation } from './open-in-margin.ts';
import { placeInAddress } from './place-in-address.ts';
import type { Room } from './room.ts';
import { showOffset } from './scroll-to-passage.ts';

/** Opens the annotation that the address names (`#a=<key>`), as soon as it has come. */
export function useAddressedAnnotation(room: Room): void {
  // Outlasts a refresh and a move to another place: what was opened once may have been closed since.
  const opened = useRef<string | null>(null);
  useEffect(() => {
    const { records, state } = room;
    const open = (): void => {
      const place = placeInAddress(window.location);
      if (place?.kind !== 'annotation' || place.id === opened.current) return;
      const annotation = records.all.get().annotations.get(place.id);
      if (annotation === undefined || state.layer.get() === null) return;
      opened.current = place.id;
      openAnnotation(room, annotation.id);
      showOffset(room, annotation.target.start);
    };
    const endings = [records.all.subscribe(open), state.layer.subscribe(open)];
    window.addEventListener('hashchange', open);
    open();
    return () => {
      for (const end of endings) end();
      window.removeEventListener('hashchange', open);
    };
  }, [room]);
}
