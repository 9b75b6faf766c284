'use client';
import { useEffect } from 'react';
import { useObservable } from '#components/ui/use-observable.ts';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import { useRoom } from './room.ts';

/** After this, words that are said again are new words. Milliseconds. */
const SPOKEN = 5000;

/** The room's one polite line for who listens: what I just did, at once; what others did, gathered. */
export function Announcer() {
  const room = useRoom();
  const { announced } = room.state;
  const words = useObservable(announced);

  // Loaded once the page can be used: what is there when one comes is not said.
  useEffect(() => {
    let end: (() => void) | null = null;
    let left = false;
    void import('./follow-others.ts').then(({ followOthers }) => {
      if (!left) end = followOthers(room);
    });
    return () => {
      left = true;
      end?.();
    };
  }, [room]);

  useEffect(() => {
    if (words === '') return undefined;
    const spoken = setTimeout(() => announced.set(''), SPOKEN);
    return () => clearTimeout(spoken);
  }, [words, announced]);

  return (
    <VisuallyHidden>
      <span role="status" data-announcer>
        {words}
      </span>
    </VisuallyHidden>
  );
}
