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

/** The items that are kept, as one list that stays the same object while its items do. */
export function filteredList<T>(
  source: Observable<readonly T[]>,
  keeps: (item: T) => boolean,
): Observable<readonly T[]> {
  let shown: readonly T[] = [];
  return {
    subscribe: source.subscribe,
    get() {
      const next = source.get().filter(keeps);
      const same = next.length === shown.length && next.every((item, at) => item === shown[at]);
      if (!same) shown = next;
      return shown;
    },
  };
}
