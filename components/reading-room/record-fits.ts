import { jsonBytes } from '#lib/annotation/json-bytes.ts';
import type { AnyRecord } from '#lib/annotation/record.ts';
import { RECORD_BYTES } from '#lib/protocol/limits.ts';

/** Whether the server takes a record of this size; what it does not, it never will. */
export function recordFits(record: AnyRecord): boolean {
  return jsonBytes(record) <= RECORD_BYTES;
}
