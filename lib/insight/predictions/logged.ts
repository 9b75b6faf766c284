import type { RecordMap } from '../../annotation/record-maps.ts';
import type { AnyRecord, Assessment } from '../../annotation/record.ts';

/** A record with the time at which the log took it, ISO 8601 UTC: the time that decides things (PR3). */
export interface Logged<R> {
  record: R;
  logged: string;
}

/** As `GET …/annotations` gives them. */
export interface LoggedOfMap extends Logged<AnyRecord> {
  map: RecordMap;
}

export type AssessmentOf<K extends Assessment['kind']> = Extract<Assessment, { kind: K }>;

/** By the log's time; of what was logged at once the order is always the same, and not by who wrote it (PR11). */
export function byLogTime(a: Logged<{ id: string }>, b: Logged<{ id: string }>): number {
  return (
    compared(a.logged, b.logged) ||
    compared(localId(a.record.id), localId(b.record.id)) ||
    compared(a.record.id, b.record.id)
  );
}

function localId(key: string): string {
  return key.slice(key.indexOf('/') + 1);
}

export function compared(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Of each author the one that was logged last, in the order of authors' ids. */
export function lastOfEach<R extends { id: string; author: string }>(
  entries: readonly Logged<R>[],
): Logged<R>[] {
  const last = new Map<string, Logged<R>>();
  for (const entry of entries.toSorted(byLogTime)) last.set(entry.record.author, entry);
  return [...last.values()].toSorted((a, b) => compared(a.record.author, b.record.author));
}

export function ofKind<K extends Assessment['kind']>(
  entries: readonly Logged<Assessment>[],
  kind: K,
): Logged<AssessmentOf<K>>[] {
  return entries.filter((entry): entry is Logged<AssessmentOf<K>> => entry.record.kind === kind);
}
