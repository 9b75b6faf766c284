import type * as Y from 'yjs';
import type { Records } from '../annotation/record-set.ts';
import type { AnyRecord, RecordMap } from '../annotation/record.ts';
import { readRecord } from '../place/records-place.ts';

/** The snapshot after the changes: new maps only where something changed, only the changed keys parsed. */
export function snapshotAfter(
  records: Records,
  doc: Y.Doc,
  changes: readonly { map: RecordMap; key: string }[],
): Records {
  if (changes.length === 0) return records;
  const changed = new Map<RecordMap, Map<string, AnyRecord>>();
  for (const { map, key } of changes) {
    const copy = changed.get(map) ?? new Map<string, AnyRecord>(records[map]);
    changed.set(map, copy);
    setOrDelete(copy, key, readRecord(doc, map, key));
  }
  return { ...records, ...Object.fromEntries(changed) };
}

/** The snapshot with one record put, or with it taken out when the value is null. */
export function snapshotWith(
  records: Records,
  { map, key, value }: { map: RecordMap; key: string; value: AnyRecord | null },
): Records {
  const copy = new Map<string, AnyRecord>(records[map]);
  setOrDelete(copy, key, value);
  return { ...records, [map]: copy };
}

function setOrDelete(records: Map<string, AnyRecord>, key: string, record: AnyRecord | null): void {
  if (record === null) records.delete(key);
  else records.set(key, record);
}
