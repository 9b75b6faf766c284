import { type RefObject, useLayoutEffect } from 'react';
import { useObservable } from '#components/ui/use-observable.ts';
import { useRoom } from '#components/reading-room/room.ts';

/** Takes the focus when a link has led to this annotation. */
export function useLedFocus(ref: RefObject<HTMLElement | null>, annotation: string): void {
  const { ledTo } = useRoom().state;
  const isMeant = useObservable(ledTo) === annotation;
  useLayoutEffect(() => {
    if (!isMeant) return;
    ref.current?.focus({ preventScroll: true });
    ledTo.set(null);
  }, [ref, isMeant, ledTo]);
}
