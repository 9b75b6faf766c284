import * as Y from 'yjs';
import { MESSAGE } from '#lib/protocol/sync.ts';
import { Cursor } from './judge/cursor.ts';
import type { AwarenessEntry } from './outgoing.ts';

/** A client's message, taken apart but not yet judged. */
export type Incoming =
  | { kind: 'step1'; stateVector: ReadonlyMap<number, number> }
  | { kind: 'step2' | 'update'; update: Uint8Array }
  | { kind: 'awareness'; entries: AwarenessEntry[] }
  | { kind: 'queryAwareness' }
  | { kind: 'malformed'; title: string };

const SYNC_KINDS = ['step1', 'step2', 'update'] as const;

/** Reads one whole message; what it yields shares no memory with `bytes`. */
export function parseMessage(bytes: Uint8Array): Incoming {
  const cursor = new Cursor(bytes);
  const message = readMessage(cursor);
  if (cursor.left > 0) cursor.fail('The message goes on behind its end.');
  return cursor.problem === null ? message : malformed(cursor.problem.title);
}

function readMessage(cursor: Cursor): Incoming {
  switch (cursor.varUint()) {
    case MESSAGE.sync:
      return readSync(cursor);
    case MESSAGE.awareness:
      return { kind: 'awareness', entries: readAwareness(new Cursor(readBytes(cursor)), cursor) };
    case MESSAGE.queryAwareness:
      return { kind: 'queryAwareness' };
    default:
      return malformed('This kind of message is unknown.');
  }
}

function readSync(cursor: Cursor): Incoming {
  const kind = SYNC_KINDS[cursor.varUint()];
  const payload = readBytes(cursor);
  if (kind === undefined) return malformed('This kind of sync message is unknown.');
  return kind === 'step1' ? readStateVector(payload) : { kind, update: payload };
}

function readStateVector(payload: Uint8Array): Incoming {
  try {
    return { kind: 'step1', stateVector: Y.decodeStateVector(payload) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return malformed('The state vector is cut off.');
  }
}

/** Problems inside the awareness update become problems of the message around it. */
function readAwareness(cursor: Cursor, message: Cursor): AwarenessEntry[] {
  const entries: AwarenessEntry[] = [];
  const count = cursor.count(3);
  for (let read = 0; read < count && cursor.problem === null; read += 1)
    entries.push({ client: cursor.varUint(), clock: cursor.varUint(), state: cursor.text() });
  if (cursor.left > 0) cursor.fail('The message goes on behind its end.');
  if (cursor.problem !== null) message.fail(cursor.problem.title);
  return entries;
}

/** A copy: a view would keep the network's buffer alive. */
function readBytes(cursor: Cursor): Uint8Array {
  const length = cursor.count(1);
  const start = cursor.position;
  cursor.position += length;
  return Buffer.from(cursor.bytes.subarray(start, start + length));
}

function malformed(title: string): Incoming {
  return { kind: 'malformed', title };
}
