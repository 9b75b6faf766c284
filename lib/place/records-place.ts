import type * as Y from 'yjs';
import type { Records } from '../annotation/record-set.ts';
import { RECORD_MAPS, type RecordMap } from '../annotation/record-maps.ts';
import type { RecordOf } from '../annotation/record.ts';

export interface RecordChange {
  map: RecordMap;
  key: string;
  /** Whether this device made the change. */
  local: boolean;
}

/**
 * The only code that touches the shared types of a records place: each record is one plain JSON value in one
 * root map. The server's judge lets none into a document that does not fit its schema (R1), so here only the outline is
 * looked at: a browser need not carry the schemas.
 */
export function putRecord<M extends RecordMap>(doc: Y.Doc, map: M, record: RecordOf<M>): void {
  doc.getMap(map).set(record.id, record);
}

export function deleteRecord(doc: Y.Doc, map: RecordMap, key: string): void {
  doc.getMap(map).delete(key);
}

export function readRecord<M extends RecordMap>(
  doc: Y.Doc,
  map: M,
  key: string,
): RecordOf<M> | null {
  const value: unknown = doc.getMap(map).get(key);
  return isRecordUnder(key, value) ? (value as RecordOf<M>) : null;
}

function isRecordUnder(key: string, value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'id' in value && value.id === key;
}

export function readRecords(doc: Y.Doc): Records {
  const read = <M extends RecordMap>(map: M): ReadonlyMap<string, RecordOf<M>> => {
    const records = new Map<string, RecordOf<M>>();
    for (const key of doc.getMap(map).keys()) {
      const record = readRecord(doc, map, key);
      if (record !== null) records.set(key, record);
    }
    return records;
  };
  return {
    annotations: read('annotations'),
    replies: read('replies'),
    reactions: read('reactions'),
    assessments: read('assessments'),
  };
}

/** Calls back, once a transaction, with the keys that it changed. Returns what ends it. */
export function observeRecords(
  doc: Y.Doc,
  onChange: (changes: RecordChange[]) => void,
): () => void {
  let changes: RecordChange[] = [];
  const endings = RECORD_MAPS.map((map) => {
    const root = doc.getMap(map);
    const observer = ({ keysChanged, transaction }: Y.YMapEvent<unknown>): void => {
      for (const key of keysChanged) changes.push({ map, key, local: transaction.local });
    };
    root.observe(observer);
    return () => root.unobserve(observer);
  });
  const pass = (): void => {
    if (changes.length === 0) return;
    const passed = changes;
    changes = [];
    onChange(passed);
  };
  doc.on('afterTransaction', pass);
  endings.push(() => doc.off('afterTransaction', pass));
  return () => endings.forEach((end) => end());
}
