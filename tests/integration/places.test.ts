import { once } from 'node:events';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Annotation, Assessment } from '#lib/annotation/record.ts';
import { deskId } from '#server/sync/place-id.ts';
import { CrashingChild } from './crashing-child.ts';
import {
  READING,
  RawClient,
  type RunOptions,
  type Running,
  type StockClient,
  annotation,
  has,
  newLogFile,
  outcome,
  put,
  removeLogFiles,
  startSync,
  stockClient,
  synced,
  until,
  untilPresence,
  updateOf,
} from './sync-fixture.ts';

const SHARED = { reading: READING, place: 'shared' };
const ANN_1 = 'ann/a000000001';
const ANN_2 = 'ann/a000000002';
const BEN_1 = 'ben/b000000001';

const endings: (() => Promise<void> | void)[] = [];
let server: Running;

async function start(options: RunOptions = {}): Promise<Running> {
  const started = await startSync(options);
  endings.push(started.stop);
  return started;
}

function at(place: string, user: string, options: { doc?: Y.Doc } = {}): StockClient {
  const client = stockClient(server.url, user, { room: `${READING}/${place}`, ...options });
  endings.push(client.end);
  return client;
}

async function inPlace(place: string, user: string): Promise<StockClient> {
  const client = at(place, user);
  await synced(client);
  return client;
}

async function rawAt(place: string, user: string): Promise<RawClient> {
  const client = new RawClient(`${server.url}/${READING}/${place}?token=${user}&durable=1`);
  endings.push(() => client.socket.terminate());
  await client.opened;
  client.step1();
  await client.until(() => client.updates.length === 1);
  client.step2(Y.encodeStateAsUpdate(new Y.Doc()));
  await client.until(() => client.durable.includes(1));
  return client;
}

/** Puts the record and waits until it is in the log. */
async function putDurably(
  client: StockClient,
  place: string,
  record: Annotation | Assessment,
): Promise<void> {
  put(client.doc, record);
  await expect.poll(() => keysOf(place)).toContain(record.id);
}

async function keysOf(place: string): Promise<string[]> {
  return (await server.sync.records(READING, place)).map(({ record }) => record.id).sort();
}

const refusalOf = ({ refusals }: StockClient): unknown => JSON.parse(refusals[0] ?? 'null');

beforeEach(async () => {
  server = await start();
});
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});
afterAll(removeLogFiles);

describe('who may enter', () => {
  it.each([
    ['others’ private', 'private/ann', 'ben'],
    ['others’ private, for an instructor', 'private/ann', 'ina'],
    ['others’ desk', 'desk/ann', 'ben'],
    ['others’ desk, for an observer', 'desk/ann', 'obe'],
    ['others’ feedback', 'feedback/ann', 'ben'],
    ['the desk of nobody', 'desk/zoe', 'ina'],
    ['the feedback of nobody', 'feedback/zoe', 'ina'],
    ['a desk under its name in the log', 'desk/ann%231', 'ina'],
    ['another name', 'desk', 'ann'],
  ])('[V1] %s is not there', async (_, place, user) => {
    server.access.enter('blind', 1);
    expect(await at(place, user).closed).toBe(4404);
  });

  it('[V1] there are no desks before the first blind phase', async () => {
    expect(await at('desk/ann', 'ina').closed).toBe(4404);
  });

  it('[V1] a desk that one does not work at, and what is blind, send elsewhere', async () => {
    expect(await at('desk/ann', 'ann').closed).toBe(4409);
    server.access.enter('blind', 1);
    expect(await at('shared', 'ann').closed).toBe(4409);
    expect(await at('notes', 'ann').closed).toBe(4409);
  });

  it('[V2] an observer has no feedback to read', async () => {
    expect(await at('feedback/obe', 'obe').closed).toBe(4403);
  });
});

describe('who may write', () => {
  it('[V2] a member writes at their desk, and an instructor reads it there', async () => {
    server.access.enter('blind', 1);
    const ann = await inPlace('desk/ann', 'ann');
    const ina = await inPlace('desk/ann', 'ina');
    put(ann.doc, annotation('ann', 'a000000001'));
    await until(ina.doc, () => has(ina.doc, ANN_1));
    put(ina.doc, annotation('ina', 'i000000001'));
    expect(await ina.closed).toBe(4403);
    expect(refusalOf(ina)).toMatchObject({ rule: 'P1' });
  });

  it('[V2] an instructor does not delete at a desk, nor a member in their feedback', async () => {
    server.access.enter('blind', 1);
    await putDurably(
      await inPlace('desk/ann', 'ann'),
      'desk/ann#1',
      annotation('ann', 'a000000001'),
    );
    const ina = await inPlace('desk/ann', 'ina');
    ina.doc.getMap('annotations').delete(ANN_1);
    expect(await ina.closed).toBe(4403);
    const inFeedback = await inPlace('feedback/ann', 'ina');
    put(inFeedback.doc, annotation('ina', 'i000000001'));
    const ann = await inPlace('feedback/ann', 'ann');
    await until(ann.doc, () => has(ann.doc, 'ina/i000000001'));
    ann.doc.getMap('annotations').delete('ina/i000000001');
    expect(await ann.closed).toBe(4403);
    const writing = await inPlace('feedback/ann', 'ann');
    put(writing.doc, annotation('ann', 'a000000002'));
    expect(await writing.closed).toBe(4403);
    expect(await keysOf('desk/ann#1')).toEqual([ANN_1]);
    expect(await keysOf('feedback/ann')).toEqual(['ina/i000000001']);
  });

  it('[V2] a private place takes everything of its owner’s, also while closed', async () => {
    server.access.enter('closed', 0);
    const obe = await inPlace('private/obe', 'obe');
    await putDurably(obe, 'private/obe', annotation('obe', 'o000000001'));
  });

  it('[V2] closed before the reveal, a desk takes outcomes only', async () => {
    server.access.enter('closed', 1, true);
    const ann = await inPlace('desk/ann', 'ann');
    await putDurably(ann, 'desk/ann#1', outcome('ann', 'o000000001', ANN_1));
    put(ann.doc, annotation('ann', 'a000000001'));
    expect(await ann.closed).toBe(4403);
    const ina = await inPlace('feedback/ann', 'ina');
    put(ina.doc, annotation('ina', 'i000000001'));
    expect(await ina.closed).toBe(4403);
  });

  it('[J14] a client id belongs to its first user in all places of the reading', async () => {
    const ann = await inPlace('private/ann', 'ann');
    await putDurably(ann, 'private/ann', annotation('ann', 'a000000001'));
    const doc = new Y.Doc();
    doc.clientID = ann.doc.clientID;
    const ben = at('shared', 'ben', { doc });
    await synced(ben);
    put(doc, annotation('ben', 'b000000001'));
    expect(await ben.closed).toBe(4403);
    expect(refusalOf(ben)).toMatchObject({ rule: 'J14' });
    await server.stop();
    endings.length = 0;
    server = await start({ file: server.file });
    const again = at('shared', 'ben', { doc });
    expect(await again.closed).toBe(4403);
    expect(refusalOf(again)).toMatchObject({ rule: 'J14' });
  });
});

describe('what a blind member receives', () => {
  it('[V4] not one message while others come, go, move, mark and delete', async () => {
    server.access.enter('blind', 1);
    const ben = await Promise.all(
      ['desk/ben', 'private/ben', 'feedback/ben'].map((place) => rawAt(place, 'ben')),
    );
    const before = ben.map(({ messages }) => messages);
    const ina = await inPlace('shared', 'ina');
    const ann = await inPlace('desk/ann', 'ann');
    const looksOn = await inPlace('desk/ann', 'ina');
    const overBen = await inPlace('desk/ben', 'ina');
    for (const client of [ina, ann, looksOn, overBen])
      client.provider.awareness.setLocalState({ cursor: { start: 1, end: 5 } });
    await putDurably(ann, 'desk/ann#1', annotation('ann', 'a000000001'));
    await putDurably(ina, 'shared', annotation('ina', 'i000000001'));
    ann.doc.getMap('annotations').delete(ANN_1);
    await expect.poll(() => keysOf('desk/ann#1')).toEqual([]);
    await server.sync.reveal(READING, 'ann', 1);
    expect(await ann.closed).toBe(4409);
    looksOn.end();
    overBen.end();
    // What was sent before comes before the answer.
    for (const client of ben) {
      client.socket.ping();
      await once(client.socket, 'pong');
    }
    expect(ben.map(({ messages }) => messages)).toEqual(before);
    expect(ben.flatMap(({ updates }) => updates.map(({ length }) => length))).toEqual([2, 2, 2]);
  });

  it('[V4] who looks on at a desk sees its owner and is not seen', async () => {
    server.access.enter('blind', 1);
    const ann = await inPlace('desk/ann', 'ann');
    const ina = await inPlace('desk/ann', 'ina');
    const heard = new Set<number>();
    ann.provider.awareness.on('update', ({ added }: { added: number[] }) =>
      added.forEach((client) => heard.add(client)),
    );
    ina.provider.awareness.setLocalState({ cursor: null });
    ann.provider.awareness.setLocalState({ cursor: { start: 4, end: 11 } });
    await untilPresence(ina, (states) => states.has(ann.doc.clientID));
    const tab = await inPlace('desk/ann', 'ann');
    tab.provider.awareness.setLocalState({ cursor: null });
    await untilPresence(ann, (states) => states.has(tab.doc.clientID));
    expect(heard).toEqual(new Set([tab.doc.clientID]));
  });
});

describe('the epoch', () => {
  it('[V7] what was judged before a phase began does not commit in it', async () => {
    await server.stop();
    endings.length = 0;
    const gate = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    let holding = false;
    server = await start({
      wrap: (log) => ({
        ...log,
        async append(appends) {
          if (holding) {
            reached.resolve();
            await gate.promise;
          }
          return log.append(appends);
        },
      }),
    });
    const ann = await inPlace('shared', 'ann');
    await putDurably(ann, 'shared', annotation('ann', 'a000000001'));
    holding = true;
    put(ann.doc, annotation('ann', 'a000000002'));
    await reached.promise;
    server.access.enter('closed', 0);
    await server.log.raiseEpoch(READING);
    gate.resolve();
    expect(await ann.closed).toBe(4409);
    expect(await keysOf('shared')).toEqual([ANN_1]);
  });

  it('[S7] a phase that begins closes the sockets of all places', async () => {
    const ann = await Promise.all(
      ['shared', 'private/ann', 'feedback/ann'].map((place) => inPlace(place, 'ann')),
    );
    server.access.enter('closed', 0);
    await server.sync.reviewReading(READING);
    expect(await Promise.all(ann.map(({ closed }) => closed))).toEqual([4409, 4409, 4409]);
  });

  it('[V3] a new blind phase starts new desks', async () => {
    server.access.enter('blind', 1);
    await putDurably(
      await inPlace('desk/ann', 'ann'),
      'desk/ann#1',
      annotation('ann', 'a000000001'),
    );
    await server.sync.reveal(READING, 'ann', 1);
    server.access.enter('blind', 2);
    const ann = await inPlace('desk/ann', 'ann');
    expect(has(ann.doc, ANN_1)).toBe(false);
    await putDurably(ann, 'desk/ann#2', annotation('ann', 'a000000002'));
    expect(await keysOf('desk/ann#1')).toEqual([ANN_1]);
    expect((await server.sync.records(READING, 'desk/ann#2'))[0]?.place).toBe('desk/ann');
  });
});

describe('reveal', () => {
  beforeEach(() => server.access.enter('blind', 1));

  it('[V8] brings the desk into `shared` under its owner and closes its sockets with 4409', async () => {
    const ann = await inPlace('desk/ann', 'ann');
    const looksOn = await inPlace('desk/ann', 'ina');
    const ina = await inPlace('shared', 'ina');
    await putDurably(ann, 'desk/ann#1', annotation('ann', 'a000000001'));
    await putDurably(ann, 'desk/ann#1', outcome('ann', 'o000000001', ANN_1));
    await server.sync.reveal(READING, 'ann', 1);
    expect(await ann.closed).toBe(4409);
    expect(await looksOn.closed).toBe(4409);
    await until(ina.doc, () => has(ina.doc, ANN_1));
    expect(await keysOf('shared')).toEqual([ANN_1, 'ann/o000000001']);
    expect((await server.log.read(SHARED, 0)).entries.map(({ user }) => user)).toEqual(['ann']);
    expect(await keysOf('desk/ann#1')).toEqual([ANN_1, 'ann/o000000001']);
    expect(await at('shared', 'ben').closed).toBe(4409);
  });

  it('[V8] late edits merge: the document of the desk goes on in `shared`', async () => {
    const ann = await inPlace('desk/ann', 'ann');
    await putDurably(ann, 'desk/ann#1', annotation('ann', 'a000000001'));
    ann.provider.disconnect();
    put(ann.doc, annotation('ann', 'a000000001', { tag: 'opinion' }));
    put(ann.doc, annotation('ann', 'a000000002'));
    await server.sync.reveal(READING, 'ann', 1);
    const later = at('shared', 'ann', { doc: ann.doc });
    await synced(later);
    await expect.poll(() => keysOf('shared')).toEqual([ANN_1, ANN_2]);
    const [first] = await server.sync.records(READING, 'shared');
    expect(first?.record).toMatchObject({ tag: 'opinion' });
    expect(later.refusals).toEqual([]);
  });

  it('[V8] repeated, or asked for twice at once, it gives the same', async () => {
    const ann = await inPlace('desk/ann', 'ann');
    await putDurably(ann, 'desk/ann#1', annotation('ann', 'a000000001'));
    await Promise.all([
      server.sync.reveal(READING, 'ann', 1),
      server.sync.reveal(READING, 'ann', 1),
    ]);
    const once1 = await server.log.read(SHARED, 0);
    await server.sync.reveal(READING, 'ann', 1);
    expect(await server.log.read(SHARED, 0)).toEqual(once1);
    expect(once1.head).toBe(1);
  });

  it('[V8] somebody who wrote nothing is revealed too', async () => {
    await server.sync.reveal(READING, 'ben', 1);
    expect(await server.log.sealState(deskId(READING, 'ben', 1))).toEqual({
      sealed: true,
      revealed: true,
    });
    await inPlace('shared', 'ben');
    expect((await server.log.read(SHARED, 0)).head).toBe(0);
  });

  it('[V8] an append from another process after the seal changes nothing', async () => {
    const ann = await inPlace('desk/ann', 'ann');
    await putDurably(ann, 'desk/ann#1', annotation('ann', 'a000000001'));
    await server.log.seal(deskId(READING, 'ann', 1));
    put(ann.doc, annotation('ann', 'a000000002'));
    expect(await ann.closed).toBe(4409);
    expect(await keysOf('desk/ann#1')).toEqual([ANN_1]);
  });

  it('[V8] what was begun is finished when its owner comes back', async () => {
    const ann = await inPlace('desk/ann', 'ann');
    await putDurably(ann, 'desk/ann#1', annotation('ann', 'a000000001'));
    await server.log.seal(deskId(READING, 'ann', 1));
    expect(await at('desk/ann', 'ann').closed).toBe(4409);
    expect(await keysOf('shared')).toEqual([ANN_1]);
    await inPlace('shared', 'ann');
  });

  it('[J24] no limit refuses it', async () => {
    await server.stop();
    endings.length = 0;
    const roomy = await start({ file: newLogFile() });
    server = roomy;
    server.access.enter('blind', 1);
    const ann = await inPlace('desk/ann', 'ann');
    await putDurably(ann, 'desk/ann#1', annotation('ann', 'a000000001'));
    await putDurably(ann, 'desk/ann#1', annotation('ann', 'a000000002'));
    await server.stop();
    endings.length = 0;
    server = await start({
      file: roomy.file,
      limits: { recordsPerMember: 1, placeBytes: 1, recordBytes: 1, clientIdsPerMember: 0 },
    });
    await server.sync.reveal(READING, 'ann', 1);
    expect(await keysOf('shared')).toEqual([ANN_1, ANN_2]);
  });

  it('[J24] other structs under the same client id in `shared`: the desk’s records are written anew', async () => {
    server.access.enter('open', 0);
    const open = await inPlace('shared', 'ann');
    await putDurably(open, 'shared', annotation('ann', 'a000000009'));
    server.access.enter('blind', 1);
    await server.sync.reviewReading(READING);
    const doc = new Y.Doc();
    doc.clientID = open.doc.clientID;
    const ann = at('desk/ann', 'ann', { doc });
    await synced(ann);
    await putDurably(ann, 'desk/ann#1', annotation('ann', 'a000000001'));
    await putDurably(ann, 'desk/ann#1', annotation('ann', 'a000000002'));
    await server.sync.reveal(READING, 'ann', 1);
    expect(await keysOf('shared')).toEqual([ANN_1, ANN_2, 'ann/a000000009']);
    const fresh = await inPlace('shared', 'ann');
    expect([...fresh.doc.getMap('annotations').keys()].sort()).toEqual(await keysOf('shared'));
    put(fresh.doc, annotation('ann', 'a000000001', { tag: 'opinion' }));
    const ina = await inPlace('shared', 'ina');
    const tag = () => ina.doc.getMap<Annotation>('annotations').get(ANN_1)?.tag;
    await until(ina.doc, () => tag() === 'opinion');
  });

  it('[J24] what an instructor removed from `shared` stays behind, and the rest comes', async () => {
    server.access.enter('open', 0);
    const open = await inPlace('shared', 'ann');
    await putDurably(open, 'shared', annotation('ann', 'a000000001'));
    const ina = await inPlace('shared', 'ina');
    ina.doc.getMap('annotations').delete(ANN_1);
    await expect.poll(() => keysOf('shared')).toEqual([]);
    server.access.enter('blind', 1);
    await server.sync.reviewReading(READING);
    const ann = await inPlace('desk/ann', 'ann');
    await putDurably(ann, 'desk/ann#1', annotation('ann', 'a000000001'));
    await putDurably(ann, 'desk/ann#1', annotation('ann', 'a000000002'));
    await server.sync.reveal(READING, 'ann', 1);
    expect(await keysOf('shared')).toEqual([ANN_2]);
  });

  it.each(['seal before', 'seal after', 'read after', 'append before', 'append after'])(
    '[V8] killed at “%s” and repeated, it gives the same',
    async (point) => {
      const ann = await inPlace('desk/ann', 'ann');
      const ben = await inPlace('desk/ben', 'ben');
      await putDurably(ann, 'desk/ann#1', annotation('ann', 'a000000001'));
      put(ann.doc, annotation('ann', 'a000000001', { tag: 'opinion' }));
      await putDurably(ann, 'desk/ann#1', annotation('ann', 'a000000002'));
      await putDurably(ben, 'desk/ben#1', annotation('ben', 'b000000001'));
      await server.stop();
      endings.length = 0;
      ann.end();
      ben.end();
      const child = new CrashingChild(server.file, point);
      expect(await child.ended).toBe('SIGKILL');
      server = await start({ file: server.file });
      server.access.enter('blind', 1);
      for (const user of ['ann', 'ben', 'ann']) await server.sync.reveal(READING, user, 1);
      expect(await keysOf('shared')).toEqual([ANN_1, ANN_2, BEN_1]);
      const [first] = await server.sync.records(READING, 'shared');
      expect(first?.record).toMatchObject({ tag: 'opinion' });
      expect((await server.log.read(SHARED, 0)).head).toBe(2);
      const back = await inPlace('shared', 'ann');
      put(back.doc, annotation('ann', 'a000000002', { tag: 'opinion' }));
      const ina = await inPlace('shared', 'ina');
      await until(
        ina.doc,
        () => ina.doc.getMap<Annotation>('annotations').get(ANN_2)?.tag === 'opinion',
      );
    },
  );

  it('[V8] an update that was queued while it was sealed is never acknowledged', async () => {
    const doc = new Y.Doc();
    const ann = await rawAt('desk/ann', 'ann');
    ann.update(updateOf(doc, () => put(doc, annotation('ann', 'a000000001'))));
    await ann.until(() => ann.durable.includes(2));
    await server.log.seal(deskId(READING, 'ann', 1));
    ann.update(updateOf(doc, () => put(doc, annotation('ann', 'a000000002'))));
    expect(await ann.closed).toBe(4409);
    expect(Math.max(...ann.durable)).toBe(2);
  });
});
