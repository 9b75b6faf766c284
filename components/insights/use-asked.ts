import { useEffect, useEffectEvent, useState } from 'react';
import type { Result } from '#lib/result.ts';

/** What comes of `ask`; null until it has. It is asked anew for another `about`, and not at all for null. */
export function useAsked<T>(about: string | null, ask: () => Promise<Result<T>>): Result<T> | null {
  const [answered, setAnswered] = useState<{ about: string; result: Result<T> } | null>(null);
  const askNow = useEffectEvent(ask);
  useEffect(() => {
    if (about === null) return undefined;
    let wanted = true;
    void askNow().then((result) => wanted && setAnswered({ about, result }));
    return () => {
      wanted = false;
    };
  }, [about]);
  return answered !== null && answered.about === about ? answered.result : null;
}
