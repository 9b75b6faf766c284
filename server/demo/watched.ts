import type { Observable } from '#lib/client/observable.ts';

/** Resolves true as soon as `holds`, false once `signal` aborts. */
export function until<T>(
  { get, subscribe }: Observable<T>,
  holds: (value: T) => boolean,
  signal: AbortSignal,
): Promise<boolean> {
  return new Promise((resolve) => {
    if (holds(get())) return resolve(true);
    if (signal.aborted) return resolve(false);
    const finish = (held: boolean): void => {
      end();
      signal.removeEventListener('abort', give);
      resolve(held);
    };
    const give = (): void => finish(false);
    const end = subscribe(() => {
      if (holds(get())) finish(true);
    });
    signal.addEventListener('abort', give);
  });
}
