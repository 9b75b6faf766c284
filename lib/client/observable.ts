/** A value that changes: the shape React's `useSyncExternalStore` reads. `get` gives the same value until it changes. */
export interface Observable<T> {
  get: () => T;
  subscribe: (onChange: () => void) => () => void;
}

export interface MutableObservable<T> extends Observable<T> {
  set: (value: T) => void;
}

export function observable<T>(initial: T): MutableObservable<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}
