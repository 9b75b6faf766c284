import { crc32 } from 'node:zlib';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { z } from 'zod';
import { RECORD_MAPS, type RecordMap } from '#lib/annotation/record-maps.ts';
import type { KeyOfMap } from './log.ts';

/** By map, then by key. */
export type LoggedTimes = ReadonlyMap<RecordMap, ReadonlyMap<string, number>>;

/** What a place amounts to after the log's entry `seq`: loading begins here, not at the first entry. */
export interface Snapshot {
  seq: number;
  /** The garbage-collected state (Yjs v1 encoding). */
  state: Uint8Array;
  /** Commit time, in milliseconds, of the entry that last set what stands. */
  logged: LoggedTimes;
  /** Keys nothing may stand under again (J23), which the state cannot tell. */
  moderated: readonly KeyOfMap[];
}

/** Raised whenever the bytes change: a snapshot of another format is as good as none. */
const FORMAT = 1;

const besidesSchema = z.strictObject({
  seq: z.int().min(0),
  logged: z.partialRecord(z.enum(RECORD_MAPS), z.record(z.string(), z.int())),
  moderated: z.array(z.tuple([z.enum(RECORD_MAPS), z.string()])),
});

/** The bytes that a driver keeps; a checksum over the rest stands first. */
export function encodeSnapshot({ seq, state, logged, moderated }: Snapshot): Uint8Array {
  const besides: z.infer<typeof besidesSchema> = {
    seq,
    logged: Object.fromEntries(
      Array.from(logged, ([map, times]) => [map, Object.fromEntries(times)]),
    ),
    moderated: moderated.map(({ map, key }) => [map, key]),
  };
  const body = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, FORMAT);
    encoding.writeVarString(encoder, JSON.stringify(besides));
    encoding.writeVarUint8Array(encoder, state);
  });
  return encoding.encode((encoder) => {
    encoding.writeUint32(encoder, crc32(body));
    encoding.writeUint8Array(encoder, body);
  });
}

/** Null: torn, of another format, or not of the entry that it is kept for. Then the whole log serves. */
export function decodeSnapshot(bytes: Uint8Array, seq: number): Snapshot | null {
  if (bytes.length < 5) return null;
  const decoder = decoding.createDecoder(bytes);
  if (decoding.readUint32(decoder) !== crc32(bytes.subarray(4))) return null;
  if (decoding.readVarUint(decoder) !== FORMAT) return null;
  const besides = besidesSchema.parse(JSON.parse(decoding.readVarString(decoder)));
  if (besides.seq !== seq) return null;
  return {
    seq,
    state: decoding.readVarUint8Array(decoder),
    logged: timesOf(besides.logged),
    moderated: besides.moderated.map(([map, key]) => ({ map, key })),
  };
}

function timesOf(logged: z.infer<typeof besidesSchema>['logged']): LoggedTimes {
  return new Map(RECORD_MAPS.map((map) => [map, new Map(Object.entries(logged[map] ?? {}))]));
}
