import { useState } from 'react';
import type { Result } from '#lib/result.ts';

interface Request {
  /** Why the last one did not work, in words. */
  error: string | null;
  busy: boolean;
  run<T>(ask: () => Promise<Result<T>>): Promise<Result<T>>;
}

/** A form's requests: whether one is under way, and what went wrong with the last. */
export function useRequest(): Request {
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function run<T>(ask: () => Promise<Result<T>>): Promise<Result<T>> {
    setBusy(true);
    setError(null);
    const answer = await ask();
    setBusy(false);
    if (!answer.ok) setError(answer.error);
    return answer;
  }
  return { error, busy, run };
}
