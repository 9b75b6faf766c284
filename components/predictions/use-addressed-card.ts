import { useEffect, useRef, useState } from 'react';
import type { Prediction } from '#lib/insight/predictions/prediction.ts';

/** The id of a prediction's card in the page. */
export function cardIdOf({ id }: Pick<Prediction, 'id'>): string {
  return `prediction-${id}`;
}

/**
 * Goes to the card of the prediction that `#a=<annotation key>` is a mark of, and puts the focus there. Gives whether the
 * address names one that is not here.
 */
export function useAddressedCard(predictions: readonly Prediction[], showAll: () => void): boolean {
  const [missing, setMissing] = useState(false);
  const latest = useRef({ predictions, showAll });
  useEffect(() => {
    latest.current = { predictions, showAll };
  });

  useEffect(() => {
    const go = (): void => {
      const key = new URLSearchParams(location.hash.slice(1)).get('a');
      if (key === null || key === '') return;
      const found = latest.current.predictions.find(({ marks }) =>
        marks.some(({ id }) => id === key),
      );
      setMissing(found === undefined);
      if (found === undefined) return;
      latest.current.showAll();
      requestAnimationFrame(() => {
        const card = document.getElementById(cardIdOf(found));
        card?.focus({ preventScroll: true });
        card?.scrollIntoView({ block: 'start' });
      });
    };
    go();
    window.addEventListener('hashchange', go);
    return () => window.removeEventListener('hashchange', go);
  }, []);
  return missing;
}
