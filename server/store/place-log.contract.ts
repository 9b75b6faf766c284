import * as Y from 'yjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Append, PlaceLog } from './log.ts';
import { revealLogContract } from './reveal-log.contract.ts';

export interface OpenLog {
  log: PlaceLog;
  /** A second handle on the same stored log, as another process would have. */
  again: () => PlaceLog;
  dispose: () => Promise<void>;
}

const SHARED = { reading: 'r1', place: 'shared' };

/** What every driver of the log must do. */
export function placeLogContract(driver: string, open: () => Promise<OpenLog>): void {
  revealLogContract(driver, open);
  describe(`place log: ${driver}`, () => {
    let opened: OpenLog;
    let log: PlaceLog;
    beforeEach(async () => {
      opened = await open();
      log = opened.log;
    });
    afterEach(() => opened.dispose());

    it('[D1] an unknown place is an empty history', async () => {
      expect(await log.read(SHARED, 0)).toEqual({ head: 0, epoch: 0, entries: [] });
    });

    it('[D1] entries are numbered 1, 2, 3 without a gap, in the order of appending', async () => {
      await log.append([append(0, [update(1, 'a'), update(2, 'b')])]);
      await log.append([append(2, [update(3, 'c')])]);
      const { head, entries } = await log.read(SHARED, 0);
      expect(head).toBe(3);
      expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect(entries.map(({ update: bytes }) => new Uint8Array(bytes))).toEqual([
        update(1, 'a'),
        update(2, 'b'),
        update(3, 'c'),
      ]);
    });

    it('[D1] reading after a seq gives the tail alone', async () => {
      await log.append([append(0, [update(1, 'a'), update(2, 'b')])]);
      const { head, entries } = await log.read(SHARED, 1);
      expect(head).toBe(2);
      expect(entries.map(({ seq, user }) => [seq, user])).toEqual([[2, 'ann']]);
    });

    it('[D1] commit times never go backwards within a place', async () => {
      await log.append([append(0, [update(1, 'a')])]);
      await log.append([append(1, [update(2, 'b')])]);
      const { entries } = await log.read(SHARED, 0);
      expect(entries[1]?.at).toBeGreaterThanOrEqual(entries[0]?.at ?? Infinity);
    });

    it('[D2] an append against an old head is a conflict and changes nothing', async () => {
      await log.append([append(0, [update(1, 'a')])]);
      const [outcome] = await log.append([append(0, [update(2, 'b')])]);
      expect(outcome).toEqual({ kind: 'conflict', head: 1, epoch: 0 });
      expect((await log.read(SHARED, 0)).head).toBe(1);
    });

    it('[D2] an append under another epoch is a conflict', async () => {
      const [outcome] = await log.append([{ ...append(0, [update(1, 'a')]), epoch: 7 }]);
      expect(outcome).toEqual({ kind: 'conflict', head: 0, epoch: 0 });
    });

    it('[D2] two writers that append at one head: one is in, the other hears of it', async () => {
      const other = opened.again();
      const outcomes = await Promise.all([
        log.append([append(0, [update(1, 'a')])]),
        other.append([append(0, [update(2, 'b')])]),
      ]);
      expect(
        outcomes
          .flat()
          .map(({ kind }) => kind)
          .sort(),
      ).toEqual(['appended', 'conflict']);
      expect((await other.read(SHARED, 0)).head).toBe(1);
    });

    it('[D3] appends to several places share a call, each with an outcome of its own', async () => {
      await log.append([append(0, [update(1, 'a')])]);
      const outcomes = await log.append([
        append(0, [update(2, 'b')]),
        { ...append(0, [update(3, 'c')]), reading: 'r2' },
      ]);
      expect(outcomes.map(({ kind }) => kind)).toEqual(['conflict', 'appended']);
      expect((await log.read({ reading: 'r2', place: 'shared' }, 0)).head).toBe(1);
    });

    it('[FT2] heads say how far each place of a reading with entries goes', async () => {
      await log.append([append(0, [update(1, 'a'), update(2, 'b')])]);
      await log.append([
        { ...append(0, [update(3, 'c')]), place: 'desk/ann#1' },
        { ...append(0, [update(4, 'd')]), reading: 'r2' },
      ]);
      expect(await log.heads('r1')).toEqual(
        new Map([
          ['shared', 2],
          ['desk/ann#1', 1],
        ]),
      );
      expect(await log.heads('r3')).toEqual(new Map());
    });

    it('[J14] a client id belongs to the first user accepted with it, per reading', async () => {
      await log.append([append(0, [update(1, 'a')])]);
      await log.append([
        { ...append(1, []), entries: [{ user: 'ben', update: update(1, 'b') }] },
        { ...append(0, []), place: 'notes', entries: [{ user: 'ben', update: update(2, 'c') }] },
        { ...append(0, []), reading: 'r2', entries: [{ user: 'ben', update: update(1, 'd') }] },
      ]);
      expect(await log.clientIds('r1')).toEqual(
        new Map([
          [1, 'ann'],
          [2, 'ben'],
        ]),
      );
      expect(await log.clientIds('r2')).toEqual(new Map([[1, 'ben']]));
    });
  });
}

function append(head: number, updates: Uint8Array[]): Append {
  return {
    ...SHARED,
    head,
    epoch: 0,
    entries: updates.map((bytes) => ({ user: 'ann', update: bytes })),
  };
}

function update(client: number, value: string): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  doc.getMap('annotations').set('k', value);
  return Y.encodeStateAsUpdate(doc);
}
