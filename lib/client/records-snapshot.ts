import { equalityDeep } from 'lib0/function';
import type * as Y from 'yjs';
import type { Records } from '../annotation/record-set.ts';
import type { RecordMap, RecordOf } from '../annotation/record.ts';
import { readRecord } from '../place/records-place.ts';
import { changedRecords } from './changed-records.ts';

/** The snapshot after the changes: new maps only where something changed, only the changed keys parsed. */
export function snapshotAfter(
  records: Records,
  doc: Y.Doc,
  changes: readonly { map: RecordMap; key: string }[],
): Records {
  return changedRecords(records, changes, ({ map, key }) => readRecord(doc, map, key));
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
