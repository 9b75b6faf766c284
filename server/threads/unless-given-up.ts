import { type Result, fail, ok } from '#lib/result.ts';

/** How long somebody waits for a thread. */
export interface Patience {
  /** Milliseconds. */
  timeLimit: number;
  /** The server ends. */
  signal: AbortSignal;
}

/** What `work` comes to; fails when it is not waited for any longer. Who gives up stops the thread. */
export function unlessGivenUp<T>(
  work: Promise<T>,
  { timeLimit, signal }: Patience,
): Promise<Result<T, 'too long' | 'ending'>> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(fail('too long')), timeLimit);
    const end = (): void => resolve(fail('ending'));
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
    work
      .then((value) => resolve(ok(value)), reject)
      .finally(() => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
      });
  });
}
