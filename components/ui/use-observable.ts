import { useSyncExternalStore } from 'react';
import type { Observable } from '#lib/client/observable.ts';

/** The value of an observable, always the newest. `onServer` is what the server rendered with. */
export function useObservable<T>(source: Observable<T>, onServer?: T): T {
  return useSyncExternalStore(source.subscribe, source.get, () =>
    onServer === undefined ? source.get() : onServer,
  );
}
