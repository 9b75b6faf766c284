import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { busyPlace, work } from './busy-place.ts';
import { encodeDeletes, encodeLacking, encodeState, lackingOf } from './encode-state.ts';
import { foldAccepted } from './fold.ts';
import { anyRecord, emptyPlace, writer } from './judge-fixture.ts';
import { judge } from './judge.ts';
import { type Before, PlaceView } from './place-view.ts';
import { claimsOfDoc, claimsOfIndex } from './reference-doc.ts';

const PEOPLE = [writer('alice'), writer('bob')];

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

describe('the state encoded from the index', () => {
  it('[K3] is what a document would give, to a document and to an index', () => {
    fc.assert(
      fc.property(work, (steps) => {
        const { place, reference } = busyPlace(steps);
        const state = encodeState(new PlaceView(place.index));
        expect(claimsOfDoc(docOf([state]))).toEqual(claimsOfDoc(reference));
        const again = emptyPlace({ check: anyRecord });
        expect(foldAccepted(state, null, again).ok).toBe(true);
        expect(claimsOfIndex(again.index)).toEqual(claimsOfIndex(place.index));
      }),
      { numRuns: 150 },
    );
  }, 20_000);

  it('[K3] brings any earlier client up to date', () => {
    fc.assert(
      fc.property(work, fc.nat({ max: 100 }), (steps, cut) => {
        const { log, place, reference } = busyPlace(steps);
        const client = docOf(log.slice(0, Math.floor((cut / 100) * log.length)));
        const known = Y.decodeStateVector(Y.encodeStateVector(client));
        const view = new PlaceView(place.index);
        const lacking = lackingOf(view.stateVector(), known);
        Y.applyUpdate(client, encodeLacking(view, lacking, encodeDeletes(view)));
        expect(claimsOfDoc(client)).toEqual(claimsOfDoc(reference));
      }),
      { numRuns: 150 },
    );
  }, 20_000);

  it('[D5] looks past what is folded in and not in the log yet', () => {
    fc.assert(
      fc.property(work, fc.nat({ max: 100 }), (steps, cut) => {
        const { log } = busyPlace(steps);
        const at = Math.floor((cut / 100) * log.length);
        const place = emptyPlace({ check: anyRecord });
        for (const update of log.slice(0, at)) foldAccepted(update, null, place);
        const pending: Before[] = [];
        for (const update of log.slice(at)) {
          const verdicts = PEOPLE.map((person) => judge(update, person, place));
          const passed = verdicts.find((verdict) => verdict.kind === 'pass');
          if (passed !== undefined) pending.push(passed.fold());
        }
        const view = new PlaceView(place.index, pending);
        const durable = docOf(log.slice(0, at));
        expect(claimsOfDoc(docOf([encodeState(view)]))).toEqual(claimsOfDoc(durable));
        expect(Object.fromEntries(view.stateVector())).toEqual(claimsOfDoc(durable).states);
        expect(
          Object.fromEntries(
            Array.from(view.records(), ({ map, key, value }) => [`${map} ${key}`, value]),
          ),
        ).toEqual(claimsOfDoc(durable).records);
      }),
      { numRuns: 150 },
    );
  }, 20_000);
});
