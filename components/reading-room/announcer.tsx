'use client';
import { useObservable } from '#components/ui/use-observable.ts';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import { useRoom } from './room.ts';

/** Says once, to who listens, what a key just did. */
export function Announcer() {
  const { state } = useRoom();
  const words = useObservable(state.announced);
  return (
    <VisuallyHidden>
      <span role="status">{words}</span>
    </VisuallyHidden>
  );
}
