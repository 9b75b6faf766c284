import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { annotation, recordsOf, reply } from '#tests/fixtures/records.ts';
import { TestSyncServer } from '#tests/fixtures/sync-server.ts';
import { commentFromText } from '../annotation/comment.ts';
import type { Records } from '../annotation/record-set.ts';
import type { Annotation } from '../annotation/record.ts';
import { CLOSE, MESSAGE, MESSAGE_BYTES } from '../protocol/sync.ts';
import type { KeptScope, KeptWrite, KeptWrites } from './kept-writes.ts';
import { observable } from './observable.ts';
import { openReadingSession, type ReadingSession } from './reading-session.ts';
import { createUndoHistory, type UndoHistory } from './undo-history.ts';

let server: TestSyncServer;
let storage: Map<string, KeptWrite>;
const open: ReadingSession[] = [];

beforeEach(async () => {
  server = await TestSyncServer.start();
  storage = new Map();
});

afterEach(async () => {
  for (const session of open.splice(0)) session.close();
  await server.stop();
});

const scopeOf = ({ user, reading, place }: KeptScope): string => `${user} ${reading} ${place} `;

/** IndexedDB of one browser, without the browser. */
function keptIn(writes: Map<string, KeptWrite>, scope: KeptScope): KeptWrites {
  const prefix = scopeOf(scope);
  const slot = ({ map, key }: KeptWrite): string => `${prefix}${map} ${key}`;
  return {
    all: async () =>
      [...writes].filter(([key]) => key.startsWith(prefix)).map(([, write]) => write),
    keep: async (made) => made.forEach((write) => writes.set(slot(write), structuredClone(write))),
    forget: async (write) => {
      if (writes.get(slot(write))?.stamp === write.stamp) writes.delete(slot(write));
    },
  };
}

function session(user = 'ines', kept?: KeptWrites, shownBefore?: Records): ReadingSession {
  const scope = { user, reading: 'r1', place: 'shared' };
  const opened = openReadingSession(
    {
      reading: 'r1',
      place: 'shared',
      user: { id: user, name: user },
      url: server.url,
      ...(shownBefore && { shownBefore }),
    },
    {
      Socket: NodeSocket as unknown as typeof WebSocket,
      kept: kept ?? keptIn(storage, scope),
    },
  );
  open.push(opened);
  return opened;
}

const AT_WORK = { place: 'work' } as const;

function historyOver(one: ReadingSession): UndoHistory {
  const refused = observable(one.refused.get().map((write) => ({ ...write, ...AT_WORK })));
  one.refused.subscribe(() =>
    refused.set(one.refused.get().map((write) => ({ ...write, ...AT_WORK }))),
  );
  return createUndoHistory('ines', {
    read: ({ map, key }) => one.records.get()[map].get(key) ?? null,
    write: (writes) => one.apply(writes.map(({ map, key, value }) => ({ map, key, value }))),
    remains: () => null,
    refused,
  });
}

const until = (check: () => void): Promise<void> =>
  vi.waitFor(check, { timeout: 10_000, interval: 5 });
const isSaved = (one: ReadingSession): Promise<void> =>
  until(() => expect(one.saving.get()).toEqual({ kind: 'saved' }));
const onServer = (key: string): unknown => server.doc.getMap('annotations').get(key);
const refuseWhen = (key: string, isBad: (value: Annotation) => boolean): void => {
  server.judge = (next) => {
    const value = next.getMap('annotations').get(key) as Annotation | undefined;
    return value !== undefined && isBad(value)
      ? { refusal: { rule: 'J9', map: 'annotations', key, title: 'Not this one.' } }
      : null;
  };
};

test('[C1] a record reaches the server and another session, and is Saved only when durable', async () => {
  const mine = session();
  const theirs = session('ben');
  await isSaved(mine);
  await isSaved(theirs);
  server.acknowledges = false;
  const mark = annotation('ines', 0, 9, 'fact');
  mine.put('annotations', mark);
  expect(mine.records.get().annotations.get(mark.id)).toEqual(mark);
  expect(mine.saving.get()).toEqual({ kind: 'saving', kept: 0 });
  await until(() => expect(theirs.records.get().annotations.get(mark.id)).toEqual(mark));
  expect(mine.saving.get()).toEqual({ kind: 'saving', kept: 1 });
  expect(storage.size).toBe(1);
  server.acknowledgeAll();
  await isSaved(mine);
  await until(() => expect(storage.size).toBe(0));
});

test('a snapshot replaces only the maps that changed and keeps the objects of the rest', async () => {
  const mine = session();
  await isSaved(mine);
  const [first, second] = [annotation('ines', 0, 9, 'fact'), annotation('ines', 10, 15, null)];
  mine.put('annotations', first);
  const before = mine.records.get();
  mine.put('annotations', second);
  const after = mine.records.get();
  expect(after).not.toBe(before);
  expect(after.replies).toBe(before.replies);
  expect(after.annotations.get(first.id)).toBe(before.annotations.get(first.id));
  expect(before.annotations.has(second.id)).toBe(false);
});

test('[C1] an acknowledgement of an earlier edit does not take out a later one', async () => {
  const mine = session();
  await isSaved(mine);
  server.acknowledges = false;
  const mark = annotation('ines', 0, 9, 'fact');
  mine.put('annotations', mark);
  await until(() => expect(onServer(mark.id)).toBeDefined());
  server.acknowledgeAll();
  server.acknowledges = false;
  mine.put('annotations', { ...mark, tag: 'opinion' });
  await until(() => expect(onServer(mark.id)).toMatchObject({ tag: 'opinion' }));
  expect(mine.saving.get()).toEqual({ kind: 'saving', kept: 1 });
  expect([...storage.values()]).toMatchObject([{ value: { tag: 'opinion' } }]);
  server.acknowledgeAll();
  await isSaved(mine);
});

test('[C1] putting the same again, or deleting twice, is not Saved before the first is durable', async () => {
  const mine = session();
  await isSaved(mine);
  server.acknowledges = false;
  const mark = annotation('ines', 0, 9, 'fact');
  mine.put('annotations', mark);
  mine.put('annotations', mark);
  expect(mine.saving.get().kind).toBe('saving');
  mine.remove('annotations', mark.id);
  mine.remove('annotations', mark.id);
  expect(mine.saving.get().kind).toBe('saving');
  await until(() => expect(server.received).toBeGreaterThanOrEqual(3));
  server.acknowledgeAll();
  await isSaved(mine);
  expect(onServer(mark.id)).toBeUndefined();
});

test('[C2] what is made while offline is shown, counted, and put after the next sync', async () => {
  const port = server.port;
  const mine = session();
  await isSaved(mine);
  const kept = annotation('ines', 0, 9, 'fact');
  mine.put('annotations', kept);
  await isSaved(mine);
  await server.stop();
  await until(() => expect(mine.saving.get()).toEqual({ kind: 'offline', kept: 0 }));
  const made = annotation('ines', 10, 15, 'opinion');
  mine.put('annotations', made);
  mine.remove('annotations', kept.id);
  await until(() => expect(mine.saving.get()).toEqual({ kind: 'offline', kept: 2 }));
  expect([...mine.records.get().annotations.keys()]).toEqual([made.id]);
  server = await TestSyncServer.start(port);
  await isSaved(mine);
  expect(onServer(made.id)).toEqual(made);
  expect(onServer(kept.id)).toBeUndefined();
});

test('[C2] [C5] what an earlier page left is put again by the next one, for the same user alone', async () => {
  const port = server.port;
  await server.stop();
  const first = session();
  const mark = annotation('ines', 0, 9, 'fact');
  first.put('annotations', mark);
  await until(() => expect(storage.size).toBe(1));
  first.close();
  server = await TestSyncServer.start(port);
  const stranger = session('ben');
  await isSaved(stranger);
  expect(stranger.records.get().annotations.size).toBe(0);
  expect(storage.size).toBe(1);
  const second = session();
  await isSaved(second);
  expect(onServer(mark.id)).toEqual(mark);
  await until(() => expect(storage.size).toBe(0));
});

test('[C7] a kept write does not overwrite what was changed elsewhere since: it is shown as refused', async () => {
  const mark = annotation('ines', 0, 9, 'fact');
  const scope = { user: 'ines', reading: 'r1', place: 'shared' };
  await keptIn(storage, scope).keep([
    {
      map: 'annotations',
      key: mark.id,
      value: mark,
      stamp: 'old',
      made: Date.parse('2026-01-01T12:00:00Z'),
    },
  ]);
  const newer = { ...mark, tag: 'opinion', modified: '2026-01-02T12:00:00.000Z' };
  server.doc.getMap('annotations').set(mark.id, newer);
  const mine = session();
  await isSaved(mine);
  expect(mine.records.get().annotations.get(mark.id)).toEqual(newer);
  expect(mine.refused.get()).toMatchObject([{ key: mark.id, value: mark, rule: 'newer' }]);
});

test('[C3] [C4] a refused record is shown with its text, the others go through in a new document', async () => {
  const mine = session();
  await isSaved(mine);
  const good = annotation('ines', 0, 9, 'fact');
  const bad = annotation('ines', 10, 15, 'opinion', { comment: commentFromText('My words') });
  refuseWhen(bad.id, () => true);
  mine.put('annotations', bad);
  mine.put('annotations', good);
  await until(() => expect(mine.refused.get()).toHaveLength(1));
  await isSaved(mine);
  expect(mine.refused.get()).toEqual([
    { map: 'annotations', key: bad.id, value: bad, title: 'Not this one.', rule: 'J9' },
  ]);
  expect(onServer(good.id)).toEqual(good);
  expect([...mine.records.get().annotations.keys()]).toEqual([good.id]);
  expect(mine.ended.get()).toBeNull();
  expect(server.connections).toBe(2);
});

test('[C3] a refused record survives a reload, is not sent by itself, and goes when dismissed', async () => {
  const bad = annotation('ines', 10, 15, 'opinion');
  refuseWhen(bad.id, () => true);
  const first = session();
  first.put('annotations', bad);
  await until(() => expect(first.refused.get()).toHaveLength(1));
  await until(() => expect([...storage.values()][0]?.refusal).toBeDefined());
  await isSaved(first);
  first.close();
  const before = server.connections;
  const second = session();
  await isSaved(second);
  expect(second.refused.get()).toMatchObject([{ key: bad.id, value: bad }]);
  expect(server.connections).toBe(before + 1);
  second.dismissRefused(bad.id);
  expect(second.refused.get()).toEqual([]);
  await until(() => expect(storage.size).toBe(0));
});

test('[C3] sending a refused record anew, changed, takes it out of the refused', async () => {
  const bad = annotation('ines', 10, 15, 'opinion');
  refuseWhen(bad.id, ({ tag }) => tag === 'opinion');
  const mine = session();
  mine.put('annotations', bad);
  await until(() => expect(mine.refused.get()).toHaveLength(1));
  mine.put('annotations', { ...bad, tag: 'fact' });
  await isSaved(mine);
  expect(mine.refused.get()).toEqual([]);
  expect(onServer(bad.id)).toMatchObject({ tag: 'fact' });
});

test('[C3] a refusal that names no record is about what was under way', async () => {
  const mine = session();
  await isSaved(mine);
  server.judge = () => ({ refusal: { rule: 'J1', map: null, key: null, title: 'No.' } });
  const mark = annotation('ines', 0, 9, 'fact');
  mine.put('annotations', mark);
  await until(() => expect(mine.refused.get()).toMatchObject([{ key: mark.id, title: 'No.' }]));
});

test.each([
  [CLOSE.malformed, 'malformed'],
  [CLOSE.noSession, 'signed-out'],
  [CLOSE.refused, 'not-allowed'],
  [CLOSE.notFound, 'not-found'],
  [CLOSE.moved, 'moved'],
  [CLOSE.tooLarge, 'too-large'],
])('[C8] close code %i ends the session as %s and keeps the outbox', async (code, kind) => {
  const mine = session();
  await isSaved(mine);
  server.closeAll(code, { rule: 'J0', map: null, key: null, title: 'Said by the server.' });
  await until(() => expect(mine.ended.get()).toEqual({ kind, title: 'Said by the server.' }));
  mine.put('annotations', annotation('ines', 0, 9, 'fact'));
  await until(() => expect(mine.saving.get()).toEqual({ kind: 'offline', kept: 1 }));
  expect(storage.size).toBe(1);
  expect(server.connections).toBe(1);
});

test('[C8] [S10] who was removed is not asked to sign in', async () => {
  const mine = session();
  await isSaved(mine);
  const title = 'You are no longer a member of the group that reads this.';
  server.closeAll(CLOSE.noSession, { rule: 'S10', map: null, key: null, title });
  await until(() => expect(mine.ended.get()).toEqual({ kind: 'removed', title }));
});

test.each([CLOSE.restarting, CLOSE.tryLater, 3000])(
  '[C8] close code %i: connects again',
  async (code) => {
    const mine = session();
    await isSaved(mine);
    server.closeAll(code);
    await until(() => expect(mine.saving.get().kind).toBe('offline'));
    await isSaved(mine);
    expect(mine.ended.get()).toBeNull();
  },
);

test('[C8] too many: backs off, then again', async () => {
  const mine = session();
  await isSaved(mine);
  server.closeAll(CLOSE.tooMany, { rule: 'L', map: null, key: null, title: 'Too many.' });
  await until(() => expect(mine.saving.get().kind).toBe('offline'));
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(server.connections).toBe(1);
  await isSaved(mine);
  expect(mine.ended.get()).toBeNull();
});

const broken = (): Promise<never> => Promise.reject(new Error('no storage'));

test('[C2] without storage it works in memory and says that a reload would lose what is kept', async () => {
  const mine = session('ines', { all: broken, keep: broken, forget: broken });
  await isSaved(mine);
  server.acknowledges = false;
  mine.put('annotations', annotation('ines', 0, 9, 'fact'));
  await until(() => expect(mine.saving.get()).toEqual({ kind: 'saving', kept: 1, volatile: true }));
  server.acknowledgeAll();
  await isSaved(mine);
});

test('[C2] what is still on its way to the device is not counted as kept', async () => {
  const stored = Promise.withResolvers<void>();
  const scope = { user: 'ines', reading: 'r1', place: 'shared' };
  const mine = session('ines', { ...keptIn(storage, scope), keep: () => stored.promise });
  await isSaved(mine);
  server.acknowledges = false;
  mine.put('annotations', annotation('ines', 0, 9, 'fact'));
  expect(mine.saving.get()).toEqual({ kind: 'saving', kept: 0 });
  stored.resolve();
  await until(() => expect(mine.saving.get()).toEqual({ kind: 'saving', kept: 1 }));
});

test('[C2] two tabs with the same outbox do each other no harm', async () => {
  server.acknowledges = false;
  const first = session();
  await until(() => expect(first.saving.get().kind).toBe('saved'));
  const mark = annotation('ines', 0, 9, 'fact');
  first.put('annotations', mark);
  const second = session();
  await until(() => expect(second.saving.get().kind).not.toBe('connecting'));
  server.acknowledgeAll();
  await isSaved(first);
  await isSaved(second);
  expect(onServer(mark.id)).toEqual(mark);
  expect(second.records.get().annotations.size).toBe(1);
});

test('[C6] hundreds of records made offline go out as few, moderate updates', async () => {
  const port = server.port;
  await server.stop();
  const mine = session();
  for (let index = 0; index < 400; index += 1) {
    mine.put('annotations', annotation('ines', 0, 9, 'fact'));
  }
  server = await TestSyncServer.start(port);
  await isSaved(mine);
  expect(server.doc.getMap('annotations').size).toBe(400);
  expect(server.received).toBeLessThan(10);
});

/** Many records that the server took and did not call durable; then it is another one, which has none of them. */
async function unacknowledged(count: number, messageBytes?: number): Promise<ReadingSession> {
  const port = server.port;
  const mine = session();
  await isSaved(mine);
  server.acknowledges = false;
  const comment = commentFromText('Words enough to fill a message. '.repeat(20));
  for (let index = 0; index < count; index += 1)
    mine.put('annotations', annotation('ines', 0, 9, 'fact', { comment }));
  await until(() => expect(server.received).toBeGreaterThan(0));
  await server.stop();
  server = await TestSyncServer.start(port, messageBytes);
  return mine;
}

test('[C6] more than a message may hold goes out in parts after a reconnection', async () => {
  const mine = await unacknowledged(1500, 4 * MESSAGE_BYTES);
  await isSaved(mine);
  expect(server.doc.getMap('annotations').size).toBe(1500);
  expect(server.largest).toBeGreaterThan(50_000);
  expect(server.largest).toBeLessThan(MESSAGE_BYTES);
  expect(mine.refused.get()).toEqual([]);
  expect(mine.ended.get()).toBeNull();
});

test('[C6] a server that takes less makes nobody refuse a record that is small enough', async () => {
  const mine = await unacknowledged(300, 150_000);
  await isSaved(mine);
  expect(server.doc.getMap('annotations').size).toBe(300);
  expect(mine.refused.get()).toEqual([]);
});

test('[C6] a single record too large is refused with words, the others go through', async () => {
  const port = server.port;
  await server.stop();
  const mine = session();
  const good = annotation('ines', 0, 9, 'fact');
  const large = annotation('ines', 10, 15, 'fact', {
    comment: commentFromText('x'.repeat(15_000)),
  });
  mine.put('annotations', good);
  mine.put('annotations', large);
  server = await TestSyncServer.start(port, 10_000);
  await until(() => expect(mine.refused.get()).toHaveLength(1));
  await isSaved(mine);
  expect(mine.refused.get()).toMatchObject([
    { key: large.id, value: large, title: expect.stringContaining('too large') },
  ]);
  expect([...server.doc.getMap('annotations').keys()]).toEqual([good.id]);
});

test('shows where I am, and others once each without me', async () => {
  const mine = session();
  await isSaved(mine);
  const show = (id: string, start: number): void => {
    const other = new Awareness(new Y.Doc());
    other.setLocalState({ user: { id, name: id, color: '' }, cursor: { start, end: start + 4 } });
    const to = encoding.createEncoder();
    encoding.writeVarUint(to, MESSAGE.awareness);
    encoding.writeVarUint8Array(to, encodeAwarenessUpdate(other, [other.clientID]));
    server.broadcast(encoding.toUint8Array(to));
    other.destroy();
  };
  show('ben', 1);
  show('ben', 2);
  show('ines', 3);
  await until(() => expect(mine.presence.get().map(({ user }) => user.id)).toEqual(['ben']));
  const shown = (words: string): number =>
    server.awareness.findLastIndex((message) => new TextDecoder().decode(message).includes(words));
  mine.showPresence({ cursor: { start: 7, end: 9 }, block: 2 });
  const there = '"cursor":{"start":7,"end":9},"block":2';
  await until(() => expect(shown(there)).toBeGreaterThan(0));
  mine.showPresence(null);
  await until(() =>
    expect(shown('"name":"ines","color":""},"cursor":null}')).toBeGreaterThan(shown(there)),
  );
});

test('[M7] what is applied together is one snapshot here, one update for the server, and is taken back as such', async () => {
  const mine = session();
  await isSaved(mine);
  const marks = [annotation('ines', 0, 9, 'fact'), annotation('ines', 10, 15, 'opinion')];
  const answers = marks.map((mark) => reply('ines', mark));
  let snapshots = 0;
  mine.records.subscribe(() => (snapshots += 1));
  const before = server.received;
  const history = historyOver(mine);
  history.perform([
    ...marks.map((value) => ({ ...AT_WORK, map: 'annotations' as const, key: value.id, value })),
    ...answers.map((value) => ({ ...AT_WORK, map: 'replies' as const, key: value.id, value })),
  ]);
  expect(snapshots).toBe(1);
  await isSaved(mine);
  expect(server.received).toBe(before + 1);
  expect(onServer(marks[1]!.id)).toEqual(marks[1]);
  expect(history.undo(() => true)).toMatchObject({ written: 4, kept: 0 });
  await isSaved(mine);
  expect(server.received).toBe(before + 2);
  expect(server.doc.getMap('annotations').size).toBe(0);
  expect(history.redo(() => true)).toMatchObject({ written: 4 });
  await isSaved(mine);
  expect(server.doc.getMap('replies').size).toBe(2);
});

test('[M7] undo offline waits in the outbox as any write does', async () => {
  const mine = session();
  await isSaved(mine);
  const mark = annotation('ines', 0, 9, 'fact');
  const history = historyOver(mine);
  history.perform([{ ...AT_WORK, map: 'annotations', key: mark.id, value: mark }]);
  await isSaved(mine);
  const { port } = server;
  await server.stop();
  await until(() => expect(mine.saving.get().kind).toBe('offline'));
  history.undo(() => true);
  expect(mine.records.get().annotations.size).toBe(0);
  await until(() => expect(mine.saving.get()).toEqual({ kind: 'offline', kept: 1 }));
  server = await TestSyncServer.start(port);
  await isSaved(mine);
  expect(server.doc.getMap('annotations').size).toBe(0);
});

test('[M7] [C3] of several applied together the refused one leaves the history, the others stay a step', async () => {
  const mine = session();
  await isSaved(mine);
  const [good, bad] = [annotation('ines', 0, 9, 'fact'), annotation('ines', 10, 15, 'opinion')];
  refuseWhen(bad.id, () => true);
  const history = historyOver(mine);
  history.perform(
    [good, bad].map((value) => ({ ...AT_WORK, map: 'annotations', key: value.id, value })),
  );
  await until(() => expect(mine.refused.get()).toHaveLength(1));
  await isSaved(mine);
  expect(history.undo(() => true)).toEqual({ kind: 'some', written: 1, kept: 0 });
  expect(history.undo(() => true)).toEqual({ kind: 'none' });
});

test('[Z6] shows what was shown before until the place has synced, with what I do meanwhile', async () => {
  const [kept, gone] = [annotation('ines', 0, 9, 'fact'), annotation('ines', 10, 15, null)];
  server.doc.getMap('annotations').set(kept.id, structuredClone(kept));
  const { port } = server;
  await server.stop();
  const stays = server.doc;
  const mine = session('ines', undefined, recordsOf([kept, gone]));
  const added = annotation('ines', 16, 20, 'fact');
  mine.put('annotations', added);
  mine.remove('annotations', gone.id);
  const shown: string[][] = [];
  const note = (): void => void shown.push([...mine.records.get().annotations.keys()]);
  mine.records.subscribe(note);
  note();
  server = await TestSyncServer.start(port);
  Y.applyUpdate(server.doc, Y.encodeStateAsUpdate(stays));
  await isSaved(mine);
  expect(new Set(shown.map((keys) => keys.join()))).toEqual(new Set([`${kept.id},${added.id}`]));
  expect(mine.records.get().annotations.get(kept.id)).toBe(kept);
});
