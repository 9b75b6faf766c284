import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { unjudgedState } from '../store/restored-place.ts';
import { CommitTimes } from './commit-times.ts';
import { parseMessage } from './incoming.ts';
import { foldAccepted } from './judge/fold.ts';
import { PlaceView } from './judge/place-view.ts';
import { step1Frame } from './outgoing.ts';
import { RecordsPlace } from './records-place.ts';
import type { StateAnswer } from './state-answer.ts';

/** A place with three clients' work, some of it overwritten and deleted. */
function placeAndDoc(): { place: RecordsPlace; doc: Y.Doc } {
  const doc = new Y.Doc();
  for (const client of [1, 2, 3]) {
    doc.clientID = client;
    const map = doc.getMap('annotations');
    for (let at = 0; at < 5; at += 1) map.set(`user-${client}/record-00${at % 3}`, { at });
    map.delete(`user-${client}/record-000`);
  }
  const state = unjudgedState();
  const folded = foldAccepted(Y.encodeStateAsUpdate(doc), null, state);
  if (!folded.ok) throw new Error(folded.error);
  const place = new RecordsPlace('shared', () => new PlaceView(state.index), new CommitTimes());
  return { place, doc };
}

const clock = fc.oneof(fc.nat({ max: 8 }), fc.nat(), fc.constant(Number.MAX_SAFE_INTEGER));
const lie = fc.array(fc.tuple(fc.oneof(fc.integer({ min: 1, max: 4 }), fc.nat()), clock));

/** The update in an answer that is one step 2. */
function updateIn({ frames: [frame, more] }: StateAnswer): Uint8Array {
  if (frame === undefined || more !== undefined) throw new Error('an answer of several frames');
  const message = parseMessage(messageIn(frame));
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
    const whole = updateIn(place.answer(new Map()));
    const vector = place.stateVector();
    fc.assert(
      fc.property(lie, (entries) => {
        const answer = updateIn(place.answer(asked(new Map(entries))));
        // Nothing but what is in the place anyway.
        const again = new Y.Doc();
        Y.applyUpdate(again, Y.encodeStateAsUpdate(doc));
        Y.applyUpdate(again, answer);
        expect(Y.encodeStateAsUpdate(again)).toEqual(Y.encodeStateAsUpdate(doc));
        expect(place.stateVector()).toEqual(vector);
        expect(updateIn(place.answer(new Map()))).toEqual(whole);
      }),
      { numRuns: 500 },
    );
  });
});
