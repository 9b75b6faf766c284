import type { AnyRecord } from '../../annotation/record.ts';
import type { LoggedOfMap } from '../predictions/logged.ts';
import type { RecordEvent } from '../records-at.ts';

/** What stood at a moment, each with the time at which the log took it so; `logs` as for `recordsAt`. */
export function loggedAt(logs: readonly (readonly RecordEvent[])[], until: number): LoggedOfMap[] {
  const standing = new Map<string, LoggedOfMap>();
  const events = logs.flat().filter(({ at }) => at <= until);
  for (const { map, key, at, record } of events.sort((a, b) => a.at - b.at)) {
    const name = `${map} ${key}`;
    if (record === null) standing.delete(name);
    else standing.set(name, { map, record, logged: new Date(at).toISOString() });
  }
  return [...standing.values()];
}

/** By key of an annotation or reply: when its words first stood in the log, in milliseconds since the epoch. */
export function saidSince(logs: readonly (readonly RecordEvent[])[]): ReadonlyMap<string, number> {
  const since = new Map<string, number>();
  for (const { key, at, record } of logs.flat())
    if (record !== null && hasWords(record)) since.set(key, Math.min(at, since.get(key) ?? at));
  return since;
}

const hasWords = (record: AnyRecord): boolean => 'comment' in record && record.comment !== null;
