import { equalityDeep } from 'lib0/function';
import type * as Y from 'yjs';
import type { AnyRecord } from '../annotation/record.ts';
import { deleteRecord, putRecord, readRecord } from '../place/records-place.ts';
import type { KeptWrite } from './kept-writes.ts';

/**
 * What becomes of a write that waited while the server was away: the server has it already, it is to be sent, or its
 * record was changed elsewhere after it was made and must not be overwritten.
 */
export function fateOf(
  doc: Y.Doc,
  { map, key, value, made }: KeptWrite,
): 'there' | 'send' | 'late' {
  const present = readRecord(doc, map, key);
  if (equalityDeep(present, value)) return 'there';
  return present !== null && changedAt(present) > made ? 'late' : 'send';
}

function changedAt(record: AnyRecord): number {
  return Date.parse(('modified' in record ? record.modified : undefined) ?? record.created);
}

export function applyWrite(doc: Y.Doc, { map, key, value }: KeptWrite): void {
  if (value === null) deleteRecord(doc, map, key);
  else putRecord(doc, map, value);
}

/** Characters of JSON that go out as one update: far below the server's limits for a message. */
const BATCH = 64_000;

/** The writes in the same order, in batches that are each one update of moderate size. */
export function batchesOf(writes: readonly KeptWrite[]): KeptWrite[][] {
  const batches: KeptWrite[][] = [];
  let room = 0;
  for (const write of writes) {
    const size = JSON.stringify(write.value).length;
    if (size > room) {
      batches.push([]);
      room = BATCH;
    }
    batches.at(-1)?.push(write);
    room -= size;
  }
  return batches;
}
