import * as encoding from 'lib0/encoding';
import { MESSAGE, type Refusal } from '#lib/protocol/sync.ts';
import { binaryFrame } from './frame.ts';

/** The messages that the server sends, each framed for the network. */
const SYNC_STEP_1 = 0;
const SYNC_STEP_2 = 1;
const SYNC_UPDATE = 2;
const PERMISSION_DENIED = 0;

export function step1Frame(stateVector: Uint8Array): Buffer {
  return syncFrame(SYNC_STEP_1, stateVector);
}

export function step2Frame(state: Uint8Array): Buffer {
  return syncFrame(SYNC_STEP_2, state);
}

export function updateFrame(update: Uint8Array): Buffer {
  return syncFrame(SYNC_UPDATE, update);
}

function syncFrame(kind: number, payload: Uint8Array): Buffer {
  const before = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint(encoder, payload.length);
  });
  return binaryFrame(before, payload);
}

export function refusalFrame(refusal: Refusal): Buffer {
  return framed((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.auth);
    encoding.writeVarUint(encoder, PERMISSION_DENIED);
    encoding.writeVarString(encoder, JSON.stringify(refusal));
  });
}

export function durableFrame(count: number): Buffer {
  return framed((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.durable);
    encoding.writeVarUint(encoder, count);
  });
}

/** One client's awareness state; `state` is JSON, `null` for a client that left. */
export interface AwarenessEntry {
  client: number;
  clock: number;
  state: string;
}

/** An entry as it stands in awareness messages: encoded once, put into the frames of many. */
export function awarenessBytes({ client, clock, state }: AwarenessEntry): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state);
  });
}

/** `entries`: each from `awarenessBytes`. */
export function awarenessFrame(entries: readonly Uint8Array[]): Buffer {
  const count = encoding.encode((encoder) => encoding.writeVarUint(encoder, entries.length));
  const update = Buffer.concat([count, ...entries]);
  const before = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    encoding.writeVarUint(encoder, update.length);
  });
  return binaryFrame(before, update);
}

function framed(write: (encoder: encoding.Encoder) => void): Buffer {
  return binaryFrame(encoding.encode(write));
}
