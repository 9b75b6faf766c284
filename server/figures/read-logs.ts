import type { RecordEvent } from '#lib/insight/records-at.ts';
import type { PlaceEvent } from '../store/log.ts';
import type { LogNames } from './orders.ts';
import type { EventsOf } from './place-folds.ts';

/** What happened in the logs of these names. */
export interface ReadLogs {
  shared: readonly PlaceEvent[];
  desks: readonly (readonly PlaceEvent[])[];
  shownDesks: readonly (readonly PlaceEvent[])[];
}

export function readLogs(names: LogNames, eventsOf: EventsOf): ReadLogs {
  const shared = names.shared === null ? [] : eventsOf(names.shared);
  return {
    shared,
    desks: names.desks.map(eventsOf),
    shownDesks: names.shownDesks.map((desk) => eventsOf(desk).filter(isIn(shared))),
  };
}

/** As `recordsAt` takes them: `shared` last, as desks are brought into it. */
export function inOrder({ shared, desks, shownDesks }: ReadLogs): (readonly PlaceEvent[])[] {
  return [...shownDesks, ...desks, shared];
}

/** What was taken back on a desk before its reveal was never shown to anybody. */
function isIn(shared: readonly RecordEvent[]): (event: RecordEvent) => boolean {
  const shown = new Set(shared.map(({ map, key }) => `${map} ${key}`));
  return ({ map, key }) => shown.has(`${map} ${key}`);
}
