import * as encoding from 'lib0/encoding';
import { ClientIds } from '../judge/client-ids.ts';
import { NO_LIMITS } from '../judge/place-state.ts';
import type { NotesState, NotesWriter } from './judge-notes.ts';
import { NotesIndex } from './notes-index.ts';

/** What the tests of this folder are made of: places, writers, and bytes by hand. */

export function emptyNotes(changes: Partial<NotesState> = {}): NotesState {
  return { index: new NotesIndex(), clientIds: new ClientIds(), limits: NO_LIMITS, ...changes };
}

export function notesWriter(userId: string, refusal: string | null = null): NotesWriter {
  return { userId, mayWrite: () => refusal };
}

type RawId = readonly [client: number, clock: number];

export interface RawNotesStruct {
  /** 0 garbage, 1 deleted (`length`), 4 text, 6 format, 7 type, 8 any, 10 skip (`length`), others bare. */
  kind: number;
  length?: number;
  text?: string;
  /** Of a format. `json` is its value as it is sent. */
  mark?: string;
  json?: string;
  /** Of a type: 3 an element with `name`, 6 a run of text, others bare. */
  type?: number;
  name?: string;
  values?: readonly unknown[];
  origin?: RawId;
  rightOrigin?: RawId;
  /** Where it stands when it has no neighbour: a root's name or a struct's id. */
  parent?: string | RawId;
  attribute?: string;
}

export interface RawNotes {
  blocks?: { client: number; clock: number; structs: readonly RawNotesStruct[] }[];
  deletes?: { client: number; ranges: readonly (readonly [clock: number, length: number])[] }[];
  trailing?: readonly number[];
}

/** An update as no Yjs client would write it: exactly the given structs, right or wrong. */
export function rawNotes({ blocks = [], deletes = [], trailing = [] }: RawNotes): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, blocks.length);
  for (const { client, clock, structs } of blocks) {
    for (const number of [structs.length, client, clock]) encoding.writeVarUint(encoder, number);
    for (const struct of structs) writeStruct(encoder, struct);
  }
  encoding.writeVarUint(encoder, deletes.length);
  for (const { client, ranges } of deletes)
    for (const number of [client, ranges.length, ...ranges.flat()])
      encoding.writeVarUint(encoder, number);
  for (const byte of trailing) encoding.writeUint8(encoder, byte);
  return encoding.toUint8Array(encoder);
}

function writeStruct(encoder: encoding.Encoder, struct: RawNotesStruct): void {
  const { kind, origin, rightOrigin, attribute } = struct;
  if (kind === 0 || kind === 10) {
    encoding.writeUint8(encoder, kind);
    return encoding.writeVarUint(encoder, struct.length ?? 1);
  }
  const flags =
    (origin ? 0x80 : 0) | (rightOrigin ? 0x40 : 0) | (attribute === undefined ? 0 : 0x20);
  encoding.writeUint8(encoder, kind | flags);
  for (const id of [origin, rightOrigin]) id?.forEach((n) => encoding.writeVarUint(encoder, n));
  if (!origin && !rightOrigin) writeParent(encoder, struct);
  writeContent(encoder, struct);
}

function writeParent(encoder: encoding.Encoder, { parent, attribute }: RawNotesStruct): void {
  const root = parent ?? 'notes';
  encoding.writeVarUint(encoder, typeof root === 'string' ? 1 : 0);
  if (typeof root === 'string') encoding.writeVarString(encoder, root);
  else root.forEach((n) => encoding.writeVarUint(encoder, n));
  if (attribute !== undefined) encoding.writeVarString(encoder, attribute);
}

function writeContent(encoder: encoding.Encoder, struct: RawNotesStruct): void {
  const { kind, values = [] } = struct;
  if (kind === 1) encoding.writeVarUint(encoder, struct.length ?? 1);
  if (kind === 4) encoding.writeVarString(encoder, struct.text ?? 'x');
  if (kind === 6) encoding.writeVarString(encoder, struct.mark ?? 'bold');
  if (kind === 6) encoding.writeVarString(encoder, struct.json ?? '{}');
  if (kind === 7) encoding.writeVarUint(encoder, struct.type ?? 3);
  if (kind === 7 && struct.type !== 6) encoding.writeVarString(encoder, struct.name ?? 'paragraph');
  if (kind !== 8) return;
  encoding.writeVarUint(encoder, struct.length ?? values.length);
  for (const value of values) encoding.writeAny(encoder, value as never);
}
