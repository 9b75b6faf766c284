import { crc32 } from 'node:zlib';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type RecordMap, isRecordMap } from '#lib/annotation/record-maps.ts';
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
const FORMAT = 2;

/** The bytes that a driver keeps; a checksum over the rest stands first. */
export function encodeSnapshot({ seq, state, logged, moderated }: Snapshot): Uint8Array {
  const body = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, FORMAT);
    encoding.writeVarUint(encoder, seq);
    encoding.writeVarUint(encoder, logged.size);
    for (const [map, times] of logged) {
      encoding.writeVarString(encoder, map);
      encoding.writeVarUint(encoder, times.size);
      for (const [key, at] of times) {
        encoding.writeVarString(encoder, key);
        encoding.writeVarUint(encoder, at);
      }
    }
    encoding.writeVarUint(encoder, moderated.length);
    for (const { map, key } of moderated) {
      encoding.writeVarString(encoder, map);
      encoding.writeVarString(encoder, key);
    }
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
  if (decoding.readVarUint(decoder) !== seq) return null;
  const logged = new Map(
    many(decoder, (inner) => [readMap(inner), new Map(many(inner, readTime))]),
  );
  const moderated = many(decoder, (inner) => ({
    map: readMap(inner),
    key: decoding.readVarString(inner),
  }));
  return { seq, logged, moderated, state: decoding.readVarUint8Array(decoder) };
}

function readTime(decoder: decoding.Decoder): [key: string, at: number] {
  return [decoding.readVarString(decoder), decoding.readVarUint(decoder)];
}

/** Throws on a name that is none: the checksum was right, so it is a bug. */
function readMap(decoder: decoding.Decoder): RecordMap {
  const map = decoding.readVarString(decoder);
  if (!isRecordMap(map)) throw new Error(`a snapshot of “${map}”`);
  return map;
}

/** As many as the count that stands first. */
function many<T>(decoder: decoding.Decoder, read: (decoder: decoding.Decoder) => T): T[] {
  return Array.from({ length: decoding.readVarUint(decoder) }, () => read(decoder));
}
