import { useEffect } from 'react';
import { openAnnotation } from './open-in-margin.ts';
import { placeInAddress } from './place-in-address.ts';
import type { Room } from './room.ts';
import { showOffset } from './scroll-to-passage.ts';

/** Opens the annotation that the address names (`#a=<key>`), as soon as it has come. */
export function useAddressedAnnotation(room: Room): void {
  useEffect(() => {
    const { session, state } = room;
    let opened: string | null = null;
    const open = (): void => {
      const place = placeInAddress(window.location);
      if (place?.kind !== 'annotation' || place.id === opened) return;
      const annotation = session.records.get().annotations.get(place.id);
      if (annotation === undefined || state.layer.get() === null) return;
      opened = place.id;
      openAnnotation(room, annotation.id);
      showOffset(room, annotation.target.start);
    };
    const endings = [session.records.subscribe(open), state.layer.subscribe(open)];
    window.addEventListener('hashchange', open);
    open();
    return () => {
      for (const end of endings) end();
      window.removeEventListener('hashchange', open);
    };
  }, [room]);
}
