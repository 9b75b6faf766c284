import { useLayoutEffect, useRef } from 'react';
import { useObservable } from '#components/ui/use-observable.ts';
import { placeInAddress } from './place-in-address.ts';
import type { Room } from './room.ts';
import { scrollToLineAtTop, scrollToOffset } from './scroll-to-passage.ts';

/** How long a passage that one was led to stays outlined. Milliseconds. */
const FLASH = 2500;

/** Starts, without a glide, at the passage that the address names, else where I was last time. */
export function useArrival(room: Room): void {
  const layer = useObservable(room.state.layer);
  const arrived = useRef(false);

  // Once, as soon as the text can be measured: what a refresh brings later must not move the page.
  useLayoutEffect(() => {
    if (layer === null || arrived.current) return undefined;
    arrived.current = true;
    const { position } = room.page;
    const place = placeInAddress(window.location);
    if (place === null && position > 0 && window.scrollY === 0) scrollToLineAtTop(room, position);
    if (place?.kind !== 'passage') return undefined;
    scrollToOffset(room, place.start);
    layer.showPassing('hover', [place]);
    setTimeout(() => layer.showPassing('hover', []), FLASH);
    return undefined;
  }, [layer, room]);
}
