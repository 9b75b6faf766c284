import { equalityDeep } from 'lib0/function';
import type * as Y from 'yjs';
import type { Records } from '../annotation/record-set.ts';
import type { AnyRecord, RecordMap, RecordOf } from '../annotation/record.ts';
import { readRecord } from '../place/records-place.ts';
import type { RecordWrite } from './reading-session.ts';

/** The snapshot after the changes: new maps only where something changed, only the changed keys parsed. */
export function snapshotAfter(
  records: Records,
  doc: Y.Doc,
  changes: readonly { map: RecordMap; key: string }[],
): Records {
  return snapshotFrom(records, changes, ({ map, key }) => readRecord(doc, map, key));
}

/** The snapshot with the records put, or taken out where the value is null. */
export function snapshotWith(records: Records, writes: readonly RecordWrite[]): Records {
  return snapshotFrom(records, writes, ({ value }) => value);
}

/** The records as they are, and as the very objects of before where nothing changed: who compares identities sees what did. */
export function sameWhereEqual(records: Records, before: Records): Records {
  const same = <M extends RecordMap>(map: M): ReadonlyMap<string, RecordOf<M>> => {
    const [now, old] = [mapOf(records, map), mapOf(before, map)];
    let changed = now.size !== old.size;
    const kept = new Map<string, RecordOf<M>>();
    for (const [key, record] of now) {
      const known = old.get(key);
      const isSame = known !== undefined && equalityDeep(known, record);
      kept.set(key, isSame ? known : record);
      changed ||= !isSame;
    }
    return changed ? kept : old;
  };
  return {
    annotations: same('annotations'),
    replies: same('replies'),
    reactions: same('reactions'),
    assessments: same('assessments'),
  };
}

function mapOf<M extends RecordMap>(records: Records, map: M): ReadonlyMap<string, RecordOf<M>> {
  return records[map] as ReadonlyMap<string, RecordOf<M>>;
}

function snapshotFrom<C extends { map: RecordMap; key: string }>(
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
