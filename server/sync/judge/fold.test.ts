import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { foldAccepted } from './fold.ts';
import { anyRecord, emptyPlace, rawInsert, writer } from './judge-fixture.ts';
import { judge } from './judge.ts';
import type { PlaceState } from './place-state.ts';
import { claimsOfDoc, claimsOfIndex } from './reference-doc.ts';
import { busyPlace, work } from './busy-place.ts';
import { Simulation, keyOf } from './simulation.ts';

function loaded(updates: readonly (readonly [Uint8Array, string | null])[]): PlaceState {
  const place = emptyPlace({ check: anyRecord });
  for (const [update, by] of updates) expect(foldAccepted(update, by, place).ok).toBe(true);
  return place;
}

function collected(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return Y.encodeStateAsUpdate(doc);
}

describe('an index built at load', () => {
  it('[J1] [J12] [J17] from a garbage-collected snapshot and a tail says what the running one says', () => {
    fc.assert(
      fc.property(work, fc.nat({ max: 100 }), fc.nat({ max: 3 }), (steps, cut, overlap) => {
        const { log, place, reference } = busyPlace(steps);
        const at = Math.floor((cut / 100) * log.length);
        const snapshot = collected(log.slice(0, at));
        const tail = log.slice(Math.max(0, at - overlap));
        const again = loaded([snapshot, ...tail].map((update) => [update, null] as const));
        expect(claimsOfIndex(again.index)).toEqual(claimsOfIndex(place.index));
        expect(claimsOfIndex(again.index)).toEqual(claimsOfDoc(reference));
        for (const client of again.index.clients.keys())
          expect(again.clientIds.userOf(client)).toBe(place.clientIds.userOf(client));
        expect(again.index.countOf('alice')).toBe(place.index.countOf('alice'));
      }),
      { numRuns: 150 },
    );
  }, 20_000);

  it('[J7] a garbage-collected flat place holds no garbage structs: deleted items keep key and origin', () => {
    const { log } = busyPlace([4, 8, 4, 12, 0, 5, 11, 4, 20, 7, 0, 14, 21]);
    const { structs } = Y.decodeUpdate(collected(log));
    expect(structs.length).toBeGreaterThan(0);
    expect(
      structs.some(
        (struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentDeleted,
      ),
    ).toBe(true);
    expect(structs.every((struct) => struct instanceof Y.Item)).toBe(true);
  });

  it('[J12] [J14] [J16] judges like the running one', () => {
    const { log } = busyPlace([4, 5, 12, 13, 20]);
    const place = loaded([[collected(log), null]]);
    const victim =
      [...place.index.clients.keys()].find(
        (client) => place.clientIds.userOf(client) === 'alice',
      ) ?? -1;
    const state = place.index.state(victim);
    const forged = rawInsert(victim, state, keyOf('bob', 1), 'x');
    expect(judge(forged, writer('bob'), place)).toMatchObject({ kind: 'refused', rule: 'J14' });
  });

  it('[J23] from the log itself knows what was moderated; beside a snapshot it must be told', () => {
    const simulation = new Simulation(true);
    const [alice, , , ivy] = simulation.tabs;
    alice?.set(1, 'words');
    alice?.set(2, 'more words');
    ivy?.moderate('alice', 1);
    alice?.delete(2);
    const [first, second, third, fourth] = simulation.log;
    if (!first || !second || !third || !fourth) throw new Error('four updates');
    const fromLog = loaded([
      [first, 'alice'],
      [second, 'alice'],
      [third, 'ivy'],
      [fourth, 'alice'],
    ]);
    const moderated = [{ map: 'annotations', key: keyOf('alice', 1) }];
    expect([...fromLog.index.moderated()]).toEqual(moderated);
    const fromSnapshot = loaded([[collected(simulation.log), null]]);
    expect([...fromSnapshot.index.moderated()]).toEqual([]);
    for (const { map, key } of fromLog.index.moderated()) fromSnapshot.index.moderate(map, key);
    expect([...fromSnapshot.index.moderated()]).toEqual(moderated);
    expect(
      judge(rawInsert(99, 0, keyOf('alice', 1), 'x'), writer('alice'), fromSnapshot),
    ).toMatchObject({ rule: 'J23' });
  });

  it('[J15] a damaged log is a failure, never an index with a hole', () => {
    const { log } = busyPlace([4, 12, 4, 5, 13]);
    const place = emptyPlace({ check: anyRecord });
    expect(foldAccepted(log.at(-1) ?? Uint8Array.of(), null, place)).toMatchObject({ ok: false });
    expect(foldAccepted(Uint8Array.of(7), null, place)).toMatchObject({ ok: false });
    expect(place.index.clients.size).toBe(0);
  });
});
