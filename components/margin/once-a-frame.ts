import { type Observable, observable } from '#lib/client/observable.ts';

/**
 * The source's value, given on at most once a frame: the first change at once, so that one frame shows it beside what changed in
 * the text; of a burst of others' changes the rest with the next frame. What I do myself shows at once: any of `deeds` changes when
 * I do something, and the newest is given then.
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
      let isStale = false;
      const soon = (): void => {
        isStale = frame !== 0;
        if (isStale) return;
        take();
        frame = requestAnimationFrame(() => {
          frame = 0;
          if (isStale) soon();
        });
      };
      const endings = [
        shown.subscribe(onChange),
        source.subscribe(soon),
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
