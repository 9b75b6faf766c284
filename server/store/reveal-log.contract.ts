import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Append, PlaceLog } from './log.ts';
import type { OpenLog } from './place-log.contract.ts';

const SHARED = { reading: 'r1', place: 'shared' };
const DESK = { reading: 'r1', place: 'desk/ann#1' };
/** A Yjs update without structs or deletions. */
const NOTHING = new Uint8Array([0, 0]);

/** What every driver of the log must do for phases and reveals. */
export function revealLogContract(driver: string, open: () => Promise<OpenLog>): void {
  describe(`reveal log: ${driver}`, () => {
    let opened: OpenLog;
    let log: PlaceLog;
    beforeEach(async () => {
      opened = await open();
      log = opened.log;
    });
    afterEach(() => opened.dispose());

    it('[V7] a raised epoch conflicts with what was judged before it, in every place of the reading', async () => {
      await log.append([append(SHARED)]);
      await log.raiseEpoch('r1');
      const outcomes = await opened
        .again()
        .append([
          { ...append(SHARED), head: 1 },
          append(DESK),
          append({ ...SHARED, reading: 'r2' }),
        ]);
      expect(outcomes).toEqual([
        { kind: 'conflict', head: 1, epoch: 1 },
        { kind: 'conflict', head: 0, epoch: 1 },
        { kind: 'appended', head: 1, at: expect.any(Number) },
      ]);
      expect((await log.read({ ...SHARED, place: 'private/ann' }, 0)).epoch).toBe(1);
    });

    it('[V7] the epoch rises with every call, and appends under it pass', async () => {
      await log.raiseEpoch('r1');
      await log.raiseEpoch('r1');
      const [outcome] = await log.append([{ ...append(DESK), epoch: 2 }]);
      expect(outcome?.kind).toBe('appended');
    });

    it('[V8] a sealed place takes nothing, from another process neither, and keeps what it had', async () => {
      await log.append([append(DESK)]);
      await log.seal(DESK);
      await log.seal(DESK);
      const [outcome] = await opened.again().append([{ ...append(DESK), head: 1 }]);
      expect(outcome).toEqual({ kind: 'sealed' });
      expect((await log.read(DESK, 0)).entries).toHaveLength(1);
      expect(await log.sealState(DESK)).toEqual({ sealed: true, revealed: false });
      expect(await log.sealState(SHARED)).toEqual({ sealed: false, revealed: false });
    });

    it('[V8] an append notes what it reveals in its own transaction, or not at all', async () => {
      await log.seal(DESK);
      const merge = { ...append(SHARED), reveals: [DESK.place] };
      await log.append([{ ...merge, head: 5 }]);
      expect(await log.sealState(DESK)).toEqual({ sealed: true, revealed: false });
      await log.append([merge]);
      expect(await log.sealState(DESK)).toEqual({ sealed: true, revealed: true });
    });

    it('[V8] an append without entries can reveal a place that nobody wrote to', async () => {
      const [outcome] = await log.append([
        { ...append(SHARED), entries: [], reveals: [DESK.place] },
      ]);
      expect(outcome).toMatchObject({ kind: 'appended', head: 0 });
      expect(await log.sealState(DESK)).toEqual({ sealed: true, revealed: true });
    });

    it('[V8] lists places with entries or a seal, of one reading only', async () => {
      await log.append([append(SHARED), { ...append(DESK), reading: 'r10' }]);
      await log.seal(DESK);
      await log.read({ reading: 'r1', place: 'private/ann' }, 0);
      expect(await log.places('r1')).toEqual(
        new Map([
          ['desk/ann#1', { sealed: true, revealed: false }],
          ['shared', { sealed: false, revealed: false }],
        ]),
      );
    });
  });
}

function append(place: { reading: string; place: string }): Append {
  return { ...place, head: 0, epoch: 0, entries: [{ user: 'ann', update: NOTHING }] };
}
