import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { DurablePlace } from './durable-place.ts';
import { parseMessage } from './incoming.ts';
import { step1Frame } from './outgoing.ts';

/** A place with three clients' work, some of it overwritten and deleted. */
function placeAndDoc(): { place: DurablePlace; doc: Y.Doc } {
  const doc = new Y.Doc();
  for (const client of [1, 2, 3]) {
    doc.clientID = client;
    const map = doc.getMap('annotations');
    for (let at = 0; at < 5; at += 1) map.set(`user-${client}/record-00${at % 3}`, { at });
    map.delete(`user-${client}/record-000`);
  }
  const place = new DurablePlace('shared');
  place.add({ update: Y.encodeStateAsUpdate(doc), at: 0, effects: [] });
  return { place, doc };
}

const clock = fc.oneof(fc.nat({ max: 8 }), fc.nat(), fc.constant(Number.MAX_SAFE_INTEGER));
const lie = fc.array(fc.tuple(fc.oneof(fc.integer({ min: 1, max: 4 }), fc.nat()), clock));

/** The update in a framed answer. */
function updateIn(frame: Uint8Array): Uint8Array {
  const message = parseMessage(frame);
  if (message.kind !== 'step2') throw new Error(`an answer of kind ${message.kind}`);
  return message.update;
}

/** The message in a WebSocket frame: its header is as long as the length needs (RFC 6455, 5.2). */
function messageIn(frame: Uint8Array): Uint8Array {
  const length = frame[1] ?? 0;
  return frame.subarray(length < 126 ? 2 : length === 126 ? 4 : 10);
}

/** What the server reads of a state vector. */
function asked(vector: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const message = parseMessage(messageIn(step1Frame(Y.encodeStateVector(new Map(vector)))));
  if (message.kind !== 'step1') throw new Error(`a question of kind ${message.kind}`);
  return message.stateVector;
}

describe('answers to state vectors', () => {
  it('[D12] [S6] a state vector that lies gets what it asks for, and changes nothing', () => {
    const { place, doc } = placeAndDoc();
    const whole = messageIn(place.answer(new Map()).frame);
    const vector = place.stateVector();
    fc.assert(
      fc.property(lie, (entries) => {
        const answer = updateIn(messageIn(place.answer(asked(new Map(entries))).frame));
        // Nothing but what is in the place anyway.
        const again = new Y.Doc();
        Y.applyUpdate(again, Y.encodeStateAsUpdate(doc));
        Y.applyUpdate(again, answer);
        expect(Y.encodeStateAsUpdate(again)).toEqual(Y.encodeStateAsUpdate(doc));
        expect(place.stateVector()).toEqual(vector);
        expect(messageIn(place.answer(new Map()).frame)).toEqual(whole);
      }),
      { numRuns: 500 },
    );
  });
});
