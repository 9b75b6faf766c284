import * as encoding from 'lib0/encoding';
import type { AnyRecord, RecordMap } from '#lib/annotation/record.ts';
import { checkRecord } from '#lib/annotation/check-record.ts';
import { type Result, ok } from '#lib/result.ts';
import { ClientIds } from './client-ids.ts';
import type { Writer } from './judge.ts';
import { NO_LIMITS, type PlaceState } from './place-state.ts';
import { StructIndex } from './struct-index.ts';

/** What the tests of this folder are made of: places, writers, records, and bytes by hand. */

const TEXT = 'The harvest failed. It will fail again. Somebody ought to be ashamed.';

export function emptyPlace(changes: Partial<PlaceState> = {}): PlaceState {
  return {
    index: new StructIndex(),
    clientIds: new ClientIds(),
    check: (map, key, value) =>
      checkRecord(map, key, value, {
        revision: { id: 'r1', text: TEXT },
        tags: new Set(['fact', 'prediction', 'opinion']),
        now: Date.parse('2026-03-01T00:00:00.000Z'),
        limitBytes: 65_536,
      }),
    limits: NO_LIMITS,
    ...changes,
  };
}

/** For tests about structure, where any value is a record. */
export function anyRecord(_map: RecordMap, _key: string, value: unknown): Result<AnyRecord> {
  return ok(value as AnyRecord);
}

export function writer(userId: string, changes: Partial<Writer> = {}): Writer {
  return { userId, mayWrite: () => null, mayModerate: false, ...changes };
}

export function annotation(key: string, tag: string = 'fact'): Record<string, unknown> {
  return {
    id: key,
    author: key.split('/')[0],
    created: '2026-02-01T10:00:00.000Z',
    target: {
      revision: 'r1',
      start: 4,
      end: 11,
      exact: 'harvest',
      prefix: 'The ',
      suffix: ' failed. ',
    },
    tag,
    comment: null,
  };
}

export interface RawStruct {
  /** 0 garbage, 1 deleted (`length`), 8 any (`values`), 10 skip (`length`), others as they are. */
  kind: number;
  length?: number;
  values?: unknown[];
  origin?: readonly [client: number, clock: number];
  rightOrigin?: readonly [client: number, clock: number];
  root?: string;
  parent?: readonly [client: number, clock: number];
  key?: string;
}

export interface RawUpdate {
  blocks?: { client: number; clock: number; structs: RawStruct[] }[];
  deletes?: { client: number; ranges: (readonly [clock: number, length: number])[] }[];
  trailing?: number[];
}

/** An update as no Yjs client would write it: exactly the given structs, right or wrong. */
export function rawUpdate({ blocks = [], deletes = [], trailing = [] }: RawUpdate): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, blocks.length);
  for (const { client, clock, structs } of blocks) {
    for (const number of [structs.length, client, clock]) encoding.writeVarUint(encoder, number);
    for (const struct of structs) writeStruct(encoder, struct);
  }
  encoding.writeVarUint(encoder, deletes.length);
  for (const { client, ranges } of deletes) {
    for (const number of [client, ranges.length, ...ranges.flat()])
      encoding.writeVarUint(encoder, number);
  }
  for (const byte of trailing) encoding.writeUint8(encoder, byte);
  return encoding.toUint8Array(encoder);
}

/** The update of one struct without origin: a new record under `key`. */
export function rawInsert(client: number, clock: number, key: string, value: unknown): Uint8Array {
  const struct: RawStruct = { kind: 8, values: [value], root: 'annotations', key };
  return rawUpdate({ blocks: [{ client, clock, structs: [struct] }] });
}

function writeStruct(encoder: encoding.Encoder, struct: RawStruct): void {
  const { kind, origin, rightOrigin, key } = struct;
  const bare = kind === 0 || kind === 10;
  const flags = (origin ? 0x80 : 0) | (rightOrigin ? 0x40 : 0) | (key === undefined ? 0 : 0x20);
  encoding.writeUint8(encoder, bare ? kind : kind | flags);
  if (bare) return encoding.writeVarUint(encoder, struct.length ?? 1);
  for (const id of [origin, rightOrigin]) id?.forEach((n) => encoding.writeVarUint(encoder, n));
  if (!origin && !rightOrigin) writeParent(encoder, struct);
  if (kind === 1) return encoding.writeVarUint(encoder, struct.length ?? 1);
  const values = struct.values ?? [];
  encoding.writeVarUint(encoder, struct.length ?? values.length);
  for (const value of values) encoding.writeAny(encoder, value as never);
}

function writeParent(encoder: encoding.Encoder, { root, parent, key }: RawStruct): void {
  encoding.writeVarUint(encoder, parent ? 0 : 1);
  if (parent) parent.forEach((n) => encoding.writeVarUint(encoder, n));
  else encoding.writeVarString(encoder, root ?? 'annotations');
  if (key !== undefined) encoding.writeVarString(encoder, key);
}
