import type { Records } from '../annotation/record-set.ts';
import type { AnyRecord, RecordMap } from '../annotation/record.ts';
import type { RecordWrite } from './reading-session.ts';

/** The records with these put, or taken out where the value is null. */
export function recordsWith(records: Records, writes: readonly RecordWrite[]): Records {
  return changedRecords(records, writes, ({ value }) => value);
}

/** The records after the changes, new maps only where something changed. `valueOf`: what a key holds then, null for nothing. */
export function changedRecords<C extends { map: RecordMap; key: string }>(
  records: Records,
  changes: readonly C[],
  valueOf: (change: C) => AnyRecord | null,
): Records {
  if (changes.length === 0) return records;
  const changed = new Map<RecordMap, Map<string, AnyRecord>>();
  for (const change of changes) {
    const copy = changed.get(change.map) ?? new Map<string, AnyRecord>(records[change.map]);
    changed.set(change.map, copy);
    setOrDelete(copy, change.key, valueOf(change));
  }
  return { ...records, ...Object.fromEntries(changed) };
}

function setOrDelete(records: Map<string, AnyRecord>, key: string, record: AnyRecord | null): void {
  if (record === null) records.delete(key);
  else records.set(key, record);
}
