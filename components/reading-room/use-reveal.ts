import { useEffect, useLayoutEffect, useState } from 'react';
import { useObservable } from '#components/ui/use-observable.ts';
import type { Room } from './room.ts';

const FADE = 'reveal-fade';

/**
 * Whether others' marks came to be seen while this page was open, and their marks have come. Who was at a desk sees them fade in
 * (Z7): the article says so by one attribute, from the move until they stand there.
 */
export function useReveal({ page, records, state }: Room): boolean {
  const { phase, place } = page.reading;
  const [was, setWas] = useState({ phase, place });
  const [stage, setStage] = useState<'none' | 'waiting' | 'fading' | 'shown'>('none');
  const synced = useObservable(records.saving).kind === 'saved';

  if (was.phase !== phase || was.place !== place) {
    setWas({ phase, place });
    const fromDesk = was.place !== 'shared' && place === 'shared';
    const forAll = was.phase === 'blind' && phase === 'open';
    setStage(fromDesk ? 'waiting' : forAll ? 'shown' : 'none');
  }
  if (stage === 'waiting' && synced) setStage('fading');

  useLayoutEffect(() => {
    const article = state.article.get();
    if (article === null || (stage !== 'waiting' && stage !== 'fading')) return undefined;
    article.dataset['reveal'] = stage;
    return () => {
      delete article.dataset['reveal'];
    };
  }, [stage, state]);

  useEffect(() => {
    const article = state.article.get();
    if (article === null || stage !== 'fading') return undefined;
    const end = (): void => setStage('shown');
    const endIfFaded = (event: AnimationEvent): void => {
      if (event.animationName.includes(FADE)) end();
    };
    // Without motion there is no animation whose end could be waited for.
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
      end();
      return undefined;
    }
    article.addEventListener('animationend', endIfFaded);
    return () => article.removeEventListener('animationend', endIfFaded);
  }, [stage, state]);

  return stage === 'fading' || stage === 'shown';
}
