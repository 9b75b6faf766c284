import { setImmediate as nextTurn } from 'node:timers/promises';
import pino from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createMemoryPlaceLog } from '../store/memory/place-log.ts';
import { CommitTimes } from './commit-times.ts';
import { createGroupCommit } from './group-commit.ts';
import { parseMessage } from './incoming.ts';
import { anyRecord, emptyPlace, writer } from './judge/judge-fixture.ts';
import type { PlaceView } from './judge/place-view.ts';
import { JudgedRecords } from './judged-records.ts';
import { PlaceWrites, type Write } from './place-writes.ts';
import { RecordsPlace } from './records-place.ts';

const DESK = { reading: 'r1', place: 'desk/ann#1' };
const key = (at: number): string => `ann/record-000${at}`;

/** A desk over a log in memory; `commit` lets what was queued go to the log, and waits for the outcome. */
function desk() {
  const log = createMemoryPlaceLog();
  let open = Promise.withResolvers<void>();
  const commits = createGroupCommit(log, () => open.promise);
  const judged = new JudgedRecords(emptyPlace({ check: anyRecord }));
  const sealed: string[] = [];
  const writes: PlaceWrites<JudgedRecords> = new PlaceWrites(
    {
      commits,
      source: { id: DESK, log, logger: pino({ level: 'silent' }), fresh: async () => judged },
      onDurable: (durable) => place.add(durable),
      onSealed: () => void sealed.push('moved'),
      onEpoch: async () => undefined,
      onBroken(error) {
        throw error;
      },
    },
    { judged, head: 0, epoch: 0 },
  );
  const view = (): PlaceView => judged.view(writes.past());
  const place = new RecordsPlace('desk/ann', view, new CommitTimes());
  const commit = async (): Promise<void> => {
    open.resolve();
    await commits.idle();
    open = Promise.withResolvers();
  };
  return { commit, log, open: () => open.resolve(), place, sealed, writes };
}

let doc: Y.Doc;
let settled: string[];

beforeEach(() => {
  doc = new Y.Doc();
  settled = [];
});

/** Ann's doing, as her client sends it. */
function write(name: string, change: (map: Y.Map<unknown>) => void): Write {
  const before = Y.encodeStateVector(doc);
  doc.transact(() => change(doc.getMap('annotations')));
  const unexpected = (): never => {
    throw new Error(`${name} was turned away`);
  };
  return {
    update: Y.encodeStateAsUpdate(doc, before),
    origin: null,
    userId: 'ann',
    writer: () => ({ ...writer('ann'), mayEdit: () => null }),
    mayLack: false,
    taken: () => undefined,
    settled: () => void settled.push(name),
    lacking: unexpected,
    turnedAway: unexpected,
  };
}

/** What somebody who has nothing is sent. */
function sentTo(place: RecordsPlace, known = new Map<number, number>()): unknown {
  const got = new Y.Doc();
  for (const frame of place.answer(known).frames) {
    const message = parseMessage(frame.subarray((frame[1] ?? 0) < 126 ? 2 : 4));
    if (message.kind !== 'step2' && message.kind !== 'update') throw new Error(message.kind);
    Y.applyUpdate(got, message.update);
  }
  expect(got.store.pendingStructs).toBeNull();
  return got.getMap('annotations').toJSON();
}

describe('what sealing left out of the log', () => {
  it('[V8] [K3] is in no state answer and no record, though it was judged and queued', async () => {
    const { commit, log, place, sealed, writes } = desk();
    void writes.submit(write('first', (map) => map.set(key(1), 'one')));
    await commit();
    await log.seal(DESK);
    void writes.submit(write('second', (map) => map.set(key(2), 'two')));
    void writes.submit(write('changed', (map) => map.set(key(1), 'changed')));
    void writes.submit(write('deleted', (map) => map.delete(key(1))));
    await commit();
    expect(sealed).toEqual(['moved']);
    expect(settled).toEqual(['first']);
    expect(sentTo(place)).toEqual({ [key(1)]: 'one' });
    expect(sentTo(place, new Map([[doc.clientID, 0]]))).toEqual({ [key(1)]: 'one' });
    expect(place.records().map(({ record }) => record)).toEqual(['one']);
    expect(Y.decodeStateVector(place.stateVector())).toEqual(new Map([[doc.clientID, 1]]));
  });

  it('[V8] [K3] nor what waits for its turn, or is under way, when the seal is noticed', async () => {
    const { commit, log, open, place, writes } = desk();
    void writes.submit(write('first', (map) => map.set(key(1), 'one')));
    await commit();
    void writes.submit(write('changed', (map) => map.set(key(1), 'changed')));
    await log.seal(DESK);
    const noticed = writes.seal();
    expect(sentTo(place)).toEqual({ [key(1)]: 'one' });
    open();
    await noticed;
    await nextTurn();
    expect(sentTo(place)).toEqual({ [key(1)]: 'one' });
    expect(place.records().map(({ record }) => record)).toEqual(['one']);
    expect(settled).toEqual(['first']);
    expect((await log.read(DESK, 0)).head).toBe(1);
  });
});
