import { type Observable, observable } from '#lib/client/observable.ts';

/**
 * The source's value as of the last frame: a burst of others' changes is one. What I do myself shows at once: any of `deeds` changes
 * when I do something, and the newest is given then.
 */
export function onceAFrame<T>(
  source: Observable<T>,
  deeds: readonly Pick<Observable<unknown>, 'subscribe'>[],
): Observable<T> {
  const shown = observable(source.get());
  const take = (): void => shown.set(source.get());
  return {
    get: shown.get,
    subscribe(onChange) {
      let frame = 0;
      const later = (): void => {
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(take);
      };
      const endings = [
        shown.subscribe(onChange),
        source.subscribe(later),
        ...deeds.map((deed) => deed.subscribe(take)),
      ];
      // What changed while nobody listened.
      take();
      return () => {
        cancelAnimationFrame(frame);
        for (const end of endings) end();
      };
    },
  };
}
