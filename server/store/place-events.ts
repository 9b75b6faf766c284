import type { Effect } from '../sync/judge/judge.ts';
import { recordFrom } from '../sync/judge/struct-index.ts';
import type { JudgedPlace } from '../sync/judged-place.ts';
import { replay } from '../sync/replay.ts';
import type { LogEntry, PlaceEvent, PlaceId } from './log.ts';
import { unjudgedPlace } from './restored-place.ts';

/**
 * What the entries after `after` did, in whole entries until there are `limit` events. `entries`: the whole
 * log, for an overwrite does not say whose key it changes: only what came before does. Notes have no records, so no events.
 */
export function placeEvents(
  { place }: PlaceId,
  entries: readonly LogEntry[],
  after: number,
  limit: number,
): PlaceEvent[] {
  const judged = unjudgedPlace(place);
  const events: PlaceEvent[] = [];
  for (const entry of entries) {
    if (events.length >= limit) break;
    const folded = foldedEvents(entry, judged);
    if (entry.seq > after) events.push(...folded);
  }
  return events;
}

/** What one entry did; `judged` holds all before it, and this one afterwards. Throws when it does not fit. */
export function foldedEvents(entry: LogEntry, judged: JudgedPlace): PlaceEvent[] {
  const events: PlaceEvent[] = [];
  replay([entry], judged, (_entry, { effects }) => {
    for (const effect of effects) events.push(eventOf(entry, effect));
  });
  return events;
}

function eventOf({ seq, user, at }: LogEntry, effect: Effect): PlaceEvent {
  const { map, key, after } = effect;
  const record = after === null ? null : recordFrom(after);
  return { seq, user, at, map, key, what: whatOf(effect), record };
}

function whatOf({ before, after, moderation }: Effect): PlaceEvent['what'] {
  if (moderation) return 'removed';
  if (after === null) return 'deleted';
  return before === null ? 'added' : 'changed';
}
