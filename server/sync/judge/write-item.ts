import * as encoding from 'lib0/encoding';
import type { RecordMap } from '#lib/annotation/record.ts';
import type { DeleteRange } from './delete-set.ts';
import type { Id } from './id.ts';

/** Where an item stands: behind its origin, or else by itself under a key of a root map. */
export type Standpoint =
  | { readonly origin: Id }
  | { readonly origin: null; readonly map: RecordMap; readonly key: string };

const DELETED = 1;
const ANY = 8;
const SKIP = 10;
const HAS_ORIGIN = 0x80;
const HAS_PARENT_SUB = 0x20;
const ROOT = 1;

/** Writes `length` deleted units as one item (Yjs v1 encoding). */
export function writeDeleted(
  encoder: encoding.Encoder,
  standpoint: Standpoint,
  length: number,
): void {
  writeHead(encoder, DELETED, standpoint);
  encoding.writeVarUint(encoder, length);
}

/** Writes one unit that holds a value. `value`: its lib0 encoding. */
export function writeValue(
  encoder: encoding.Encoder,
  standpoint: Standpoint,
  value: Uint8Array,
): void {
  writeHead(encoder, ANY, standpoint);
  encoding.writeVarUint(encoder, 1);
  encoding.writeUint8Array(encoder, value);
}

function writeHead(encoder: encoding.Encoder, content: number, standpoint: Standpoint): void {
  if (standpoint.origin === null) {
    encoding.writeUint8(encoder, content | HAS_PARENT_SUB);
    encoding.writeVarUint(encoder, ROOT);
    encoding.writeVarString(encoder, standpoint.map);
    encoding.writeVarString(encoder, standpoint.key);
  } else {
    encoding.writeUint8(encoder, content | HAS_ORIGIN);
    encoding.writeVarUint(encoder, standpoint.origin.client);
    encoding.writeVarUint(encoder, standpoint.origin.clock);
  }
}

/** Writes that `length` clocks are left out. */
export function writeSkip(encoder: encoding.Encoder, length: number): void {
  encoding.writeUint8(encoder, SKIP);
  encoding.writeVarUint(encoder, length);
}

export function writeDeleteSet(
  encoder: encoding.Encoder,
  deletes: ReadonlyMap<number, readonly DeleteRange[]>,
): void {
  encoding.writeVarUint(encoder, deletes.size);
  for (const [client, ranges] of deletes) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const { clock, length } of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, length);
    }
  }
}
