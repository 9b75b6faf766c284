import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { parseMessage } from './incoming.ts';

function message(...parts: (number | Uint8Array)[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const part of parts)
      if (typeof part === 'number') encoding.writeVarUint(encoder, part);
      else encoding.writeVarUint8Array(encoder, part);
  });
}

describe('incoming messages', () => {
  it('[S6] reads what y-protocols writes', () => {
    const doc = new Y.Doc();
    doc.clientID = 7;
    doc.getMap('annotations').set('k', 1);
    const update = Buffer.from(Y.encodeStateAsUpdate(doc));
    expect(parseMessage(message(0, 0, Y.encodeStateVector(doc)))).toEqual({
      kind: 'step1',
      stateVector: new Map([[7, 1]]),
    });
    expect(parseMessage(message(0, 1, update))).toEqual({ kind: 'step2', update });
    expect(parseMessage(message(0, 2, update))).toEqual({ kind: 'update', update });
    expect(parseMessage(message(3))).toEqual({ kind: 'queryAwareness' });
  });

  it('[S6] keeps no memory of the network’s buffer', () => {
    const pool = new Uint8Array(64_000);
    const bytes = message(0, 2, Uint8Array.of(0, 0));
    pool.set(bytes, 500);
    const parsed = parseMessage(pool.subarray(500, 500 + bytes.length));
    if (parsed.kind !== 'update') throw new Error(parsed.kind);
    expect(parsed.update.buffer).not.toBe(pool.buffer);
    pool.fill(9);
    expect([...parsed.update]).toEqual([0, 0]);
  });

  it('[S6] never reads past the end of the message into what lies behind it', () => {
    const pool = Uint8Array.of(0, 2, 10, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    expect(parseMessage(pool.subarray(0, 5)).kind).toBe('malformed');
  });

  it.each([
    ['nothing', message()],
    ['an unknown kind', message(9)],
    ['an auth message', message(2, 0)],
    ['an unknown sync kind', message(0, 3, Uint8Array.of(0, 0))],
    ['something behind the end', message(0, 2, Uint8Array.of(0, 0), 1)],
    ['something behind the end of an awareness update', message(1, Uint8Array.of(0, 7))],
    ['a state vector that is cut off', message(0, 0, Uint8Array.of(2, 1))],
  ])('[S6] %s is malformed', (_name, bytes) => {
    expect(parseMessage(bytes).kind).toBe('malformed');
  });

  it('[S6] no bytes make it throw', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.integer({ min: 0, max: 3 }),
        (bytes, kind) => {
          parseMessage(bytes);
          parseMessage(Uint8Array.of(kind, ...bytes));
        },
      ),
      { numRuns: 5000 },
    );
  });
});
