import { foldedEvents } from '../store/place-events.ts';
import type { PlaceEvent, PlaceHistory, PlaceId } from '../store/log.ts';
import { unjudgedPlace } from '../store/restored-place.ts';
import type { JudgedPlace } from '../sync/judged-place.ts';

/** What happened in a place, up to its entry `head`. */
interface Fold {
  head: number;
  judged: JudgedPlace;
  events: PlaceEvent[];
}

/** What happened in places; of one that is asked for again only what came since is read and folded. */
export type EventsOf = (place: PlaceId) => readonly PlaceEvent[];

/** `mostEvents`: places that were not asked for lately are forgotten beyond so many events, all but the last one. */
export function createPlaceFolds(
  read: (place: PlaceId, after: number) => PlaceHistory,
  mostEvents: number,
): EventsOf {
  /** Those asked for last stand last. */
  const folds = new Map<string, Fold>();

  const forgetMost = (): void => {
    let sum = 0;
    for (const [name, { events }] of [...folds].toReversed()) {
      sum += events.length;
      if (sum > mostEvents && sum > events.length) folds.delete(name);
    }
  };
  return (place) => {
    const name = `${place.reading}/${place.place}`;
    const fold = folds.get(name) ?? { head: 0, judged: unjudgedPlace(place.place), events: [] };
    // What is half folded when a damaged entry throws is of no use.
    folds.delete(name);
    const { entries, head } = read(place, fold.head);
    for (const entry of entries) fold.events.push(...foldedEvents(entry, fold.judged));
    fold.head = head;
    folds.set(name, fold);
    forgetMost();
    return fold.events;
  };
}
