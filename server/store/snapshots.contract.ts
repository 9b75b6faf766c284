import * as Y from 'yjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foldAccepted } from '../sync/judge/fold.ts';
import { claimsOfIndex } from '../sync/judge/reference-doc.ts';
import { JudgedRecords } from '../sync/judged-records.ts';
import type { LogEntry, PlaceLog } from './log.ts';
import type { OpenLog } from './place-log.contract.ts';
import { restorePlace, unjudgedPlace, unjudgedState } from './restored-place.ts';
import { decodeSnapshot } from './snapshot.ts';

const SHARED = { reading: 'r1', place: 'shared' };
const FIRST = 'ann/a000000001';
const SECOND = 'ann/a000000002';
const BENS = 'ben/b000000001';
const SECRET = 'words that must be gone';

/** What every driver of the log must do with snapshots, with the audit trail, and when something is erased. */
export function snapshotsContract(driver: string, open: () => Promise<OpenLog>): void {
  describe(`snapshots: ${driver}`, () => {
    let opened: OpenLog;
    let log: PlaceLog;
    let people: Map<string, Y.Doc>;
    beforeEach(async () => {
      opened = await open();
      log = opened.log;
      people = new Map();
    });
    afterEach(() => opened.dispose());

    /** Appends what `user` does in a document of their own, which knows all that was appended. */
    async function write(user: string, change: (records: Y.Map<unknown>) => void): Promise<void> {
      const { head, epoch, entries } = await log.read(SHARED, 0);
      const doc = people.get(user) ?? new Y.Doc();
      people.set(user, doc);
      for (const { update } of entries) Y.applyUpdate(doc, update);
      const before = Y.encodeStateVector(doc);
      doc.transact(() => change(doc.getMap('annotations')));
      const update = Y.encodeStateAsUpdate(doc, before);
      const [outcome] = await log.append([{ ...SHARED, head, epoch, entries: [{ user, update }] }]);
      expect(outcome?.kind).toBe('appended');
    }

    async function busy(): Promise<void> {
      await write('ann', (records) => records.set(FIRST, { text: 'first' }));
      await write('ann', (records) => records.set(SECOND, { text: SECRET }));
      await write('ben', (records) => records.set(BENS, { text: 'ben' }));
      await write('ann', (records) => records.set(SECOND, { text: `${SECRET} again` }));
      await write('ina', (records) => records.delete(FIRST));
    }

    function foldedFrom(entries: readonly LogEntry[]) {
      const state = unjudgedState();
      for (const { update, user } of entries)
        expect(foldAccepted(update, user, state).ok).toBe(true);
      return state.index;
    }

    it('[K1] a place without a snapshot is loaded from its whole log', async () => {
      await busy();
      const stored = await log.load(SHARED);
      expect(stored).toMatchObject({ head: 5, epoch: 0, snapshot: null, erased: [] });
      expect(stored.entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    });

    it('[K1] an unknown place loads empty', async () => {
      const empty = { head: 0, epoch: 0, entries: [], snapshot: null, erased: [] };
      expect(await log.load(SHARED)).toEqual(empty);
      await log.compact(SHARED);
      expect(await log.load(SHARED)).toEqual(empty);
    });

    it('[K1] snapshot and tail amount to what the whole log does, moderation and times included', async () => {
      await busy();
      await log.compact(SHARED);
      await write('ben', (records) => records.set('ben/b000000002', { text: 'later' }));
      const stored = await log.load(SHARED);
      expect(stored.snapshot?.seq).toBe(5);
      expect(stored.entries.map(({ seq }) => seq)).toEqual([6]);
      const state = unjudgedState();
      const restored = restorePlace(stored, new JudgedRecords(state));
      if (!restored.ok) throw new Error(restored.error);
      const { times } = restored.value;
      const { entries } = await log.read(SHARED, 0);
      const whole = foldedFrom(entries);
      expect(claimsOfIndex(state.index)).toEqual(claimsOfIndex(whole));
      expect([...state.index.moderated()]).toEqual([{ map: 'annotations', key: FIRST }]);
      expect(times.of('annotations', SECOND)).toBe(entries[3]?.at);
      expect(times.of('annotations', 'ben/b000000002')).toBe(entries[5]?.at);
    });

    it('[K1] the log keeps its history behind a snapshot', async () => {
      await busy();
      await log.compact(SHARED);
      expect((await log.read(SHARED, 0)).entries).toHaveLength(5);
    });

    it('[K1] a snapshot is never newer than the log, and never replaced by an older one', async () => {
      await busy();
      const bytes = Uint8Array.of(1);
      expect(await log.keepSnapshot(SHARED, { seq: 6, bytes })).toBe(false);
      expect(await log.keepSnapshot(SHARED, { seq: 4, bytes })).toBe(true);
      expect(await log.keepSnapshot(SHARED, { seq: 4, bytes: Uint8Array.of(2) })).toBe(false);
      expect(await log.keepSnapshot(SHARED, { seq: 3, bytes })).toBe(false);
      expect((await log.load(SHARED)).snapshot).toMatchObject({ seq: 4 });
      expect((await log.load(SHARED, 3)).snapshot).toBe(null);
      expect((await log.load(SHARED, 3)).entries).toHaveLength(5);
    });

    it('[K2] a snapshot of no use is replaced by the next compaction, though nothing was written since', async () => {
      await busy();
      await log.keepSnapshot(SHARED, { seq: 5, bytes: Uint8Array.of(1, 2, 3, 4, 5, 6, 7) });
      await log.compact(SHARED);
      expect(restorePlace(await log.load(SHARED), unjudgedPlace('shared')).ok).toBe(true);
    });

    it('[K2] a torn snapshot is known as such, and compaction begins at the whole log then', async () => {
      await busy();
      await log.keepSnapshot(SHARED, { seq: 3, bytes: Uint8Array.of(1, 2, 3, 4, 5, 6, 7) });
      expect(restorePlace(await log.load(SHARED), unjudgedPlace('shared'))).toMatchObject({
        ok: false,
      });
      await log.compact(SHARED);
      const stored = await log.load(SHARED);
      const state = unjudgedState();
      expect(restorePlace(stored, new JudgedRecords(state)).ok).toBe(true);
      const { entries } = await log.read(SHARED, 0);
      expect(claimsOfIndex(state.index)).toEqual(claimsOfIndex(foldedFrom(entries)));
    });

    it('[K2] no cut or changed byte passes for a snapshot', async () => {
      await busy();
      await log.compact(SHARED);
      const { bytes, seq } = (await log.load(SHARED)).snapshot ?? { bytes: null, seq: 0 };
      if (bytes === null) throw new Error('no snapshot');
      expect(decodeSnapshot(bytes, seq)).not.toBe(null);
      expect(decodeSnapshot(bytes, seq - 1)).toBe(null);
      for (let at = 0; at < bytes.length; at += 1) {
        expect(decodeSnapshot(bytes.subarray(0, at), seq)).toBe(null);
        const changed = new Uint8Array(bytes);
        changed[at] = (changed[at] ?? 0) ^ 1;
        expect(decodeSnapshot(changed, seq)).toBe(null);
      }
    });

    it('[H1] history says who did what to which record, by pages of whole entries', async () => {
      await busy();
      const events = await log.history(SHARED, 0, 100);
      expect(events.map(({ seq, user, key, what }) => [seq, user, key, what])).toEqual([
        [1, 'ann', FIRST, 'added'],
        [2, 'ann', SECOND, 'added'],
        [3, 'ben', BENS, 'added'],
        [4, 'ann', SECOND, 'changed'],
        [5, 'ina', FIRST, 'removed'],
      ]);
      expect(events[3]?.record).toEqual({ text: `${SECRET} again` });
      expect(events[4]?.record).toBe(null);
      const page = await log.history(SHARED, 3, 1);
      expect(page.map(({ seq }) => seq)).toEqual([4]);
      expect(await log.history(SHARED, 5, 1)).toEqual([]);
    });

    it('[H2] an erased record is nowhere in log or snapshot, and everything else stays', async () => {
      await busy();
      await log.compact(SHARED);
      const before = claimsOfIndex(foldedFrom((await log.read(SHARED, 0)).entries));
      expect(await log.erase({ record: SECOND })).toBe(1);
      const stored = await log.load(SHARED);
      expect(stored).toMatchObject({
        head: 5,
        snapshot: null,
        erased: [{ map: 'annotations', key: SECOND }],
      });
      for (const { update } of stored.entries)
        expect(Buffer.from(update).includes(SECRET)).toBe(false);
      const after = claimsOfIndex(foldedFrom(stored.entries));
      expect(after.states).toEqual(before.states);
      expect(after.units).toEqual(before.units);
      expect(Object.keys(after.records)).toEqual([`annotations ${BENS}`]);
      expect(await log.clientIds('r1')).toEqual(
        new Map(
          [...people].flatMap(([user, doc]) => (user === 'ina' ? [] : [[doc.clientID, user]])),
        ),
      );
    });

    it('[H2] whoever still has an erased record learns from the log that it is deleted', async () => {
      await busy();
      await log.erase({ record: SECOND });
      const ann = people.get('ann') ?? new Y.Doc();
      for (const { update } of (await log.read(SHARED, 0)).entries) Y.applyUpdate(ann, update);
      expect(ann.getMap('annotations').has(SECOND)).toBe(true);
      await log.compact(SHARED);
      const stored = await log.load(SHARED);
      const snapshot = decodeSnapshot(stored.snapshot?.bytes ?? Uint8Array.of(), 5);
      if (snapshot === null) throw new Error('no snapshot');
      Y.applyUpdate(ann, snapshot.state);
      expect([...ann.getMap('annotations').keys()]).toEqual([BENS]);
    });

    it('[H2] [J23] nothing stands again under an erased key, after compaction too', async () => {
      await busy();
      await log.erase({ record: SECOND });
      const erased = { map: 'annotations', key: SECOND };
      for (let round = 0; round < 2; round += 1) {
        const state = unjudgedState();
        expect(restorePlace(await log.load(SHARED), new JudgedRecords(state)).ok).toBe(true);
        expect([...state.index.moderated()]).toContainEqual(erased);
        await log.compact(SHARED);
      }
    });

    it('[H2] a person is erased from all places, also from what others sent on', async () => {
      await busy();
      await write('ben', (records) => records.set(BENS, { text: 'changed' }));
      const all = Y.encodeStateAsUpdate(people.get('ann') ?? new Y.Doc());
      const { head, epoch } = await log.read(SHARED, 0);
      await log.append([{ ...SHARED, head, epoch, entries: [{ user: 'ben', update: all }] }]);
      await log.append([
        {
          reading: 'r2',
          place: 'shared',
          head: 0,
          epoch: 0,
          entries: [{ user: 'ann', update: all }],
        },
      ]);
      expect(await log.erase({ person: 'ann' })).toBe(4);
      for (const reading of ['r1', 'r2'])
        for (const { update } of (await log.read({ reading, place: 'shared' }, 0)).entries)
          expect(Buffer.from(update).includes(SECRET)).toBe(false);
      const state = unjudgedState();
      expect(restorePlace(await log.load(SHARED), new JudgedRecords(state)).ok).toBe(true);
      expect(Array.from(state.index.records(), ({ key }) => key)).toEqual([BENS]);
    });

    it('[H2] of the notes a person wrote in, what was deleted is erased, and what stands stays', async () => {
      const notes = { reading: 'r1', place: 'notes' };
      const doc = new Y.Doc();
      const updates: Uint8Array[] = [];
      doc.on('update', (update: Uint8Array) => updates.push(update));
      const text = new Y.XmlText(`Standing, ${SECRET}`);
      doc.getXmlFragment('notes').insert(0, [text]);
      text.delete(10, SECRET.length);
      const entries = updates.map((update) => ({ user: 'ann', update }));
      await log.append([{ ...notes, head: 0, epoch: 0, entries }]);
      await log.compact(notes);
      for (const what of [{ person: 'ben' }, { record: 'ann/nothing0000' }]) {
        expect(await log.erase(what)).toBe(0);
        expect((await log.load(notes)).snapshot).not.toBe(null);
      }
      expect(await log.erase({ person: 'ann' })).toBe(0);
      const stored = await log.load(notes);
      expect(stored).toMatchObject({ head: 2, snapshot: null, erased: [] });
      const bytes = Buffer.concat(stored.entries.map(({ update }) => update));
      expect([bytes.includes(SECRET), bytes.includes('Standing')]).toEqual([false, true]);
      await log.compact(notes);
      expect((await log.load(notes)).snapshot?.seq).toBe(2);
    });

    it('[H2] erasing what is not there changes nothing', async () => {
      await busy();
      await log.compact(SHARED);
      const before = await log.load(SHARED);
      expect(await log.erase({ record: 'ann/nothing0000' })).toBe(0);
      expect(await log.load(SHARED)).toEqual(before);
    });
  });
}
