import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { PlaceLog } from '#server/store/log.ts';
import { createSqlitePlaceLog } from '#server/store/sqlite/place-log.ts';
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
const NOTHING = Y.encodeStateAsUpdate(new Y.Doc());

const endings: (() => Promise<void> | void)[] = [];

async function start(options: RunOptions = {}): Promise<Running> {
  const server = await startSync(options);
  endings.push(server.stop);
  return server;
}

function connect(
  { url }: { url: string },
  user: string | null,
  options: Parameters<typeof stockClient>[2] = {},
): StockClient {
  const client = stockClient(url, user, options);
  endings.push(client.end);
  return client;
}

async function raw(
  server: Running,
  user: string,
  query = '',
  options: ConstructorParameters<typeof RawClient>[1] = {},
): Promise<RawClient> {
  const client = new RawClient(`${server.url}/${READING}/shared?token=${user}${query}`, options);
  endings.push(() => client.socket.terminate());
  await client.opened;
  return client;
}

/** A raw client that has its first step 2 behind it. */
async function rawSynced(server: Running, user: string, query = ''): Promise<RawClient> {
  const client = await raw(server, user, query);
  client.step1();
  await client.until(() => client.updates.length === 1);
  client.step2(NOTHING);
  return client;
}

async function keysInLog(file: string): Promise<string[]> {
  const log = createSqlitePlaceLog(file);
  const doc = new Y.Doc();
  for (const { update } of (await log.read(SHARED, 0)).entries) Y.applyUpdate(doc, update);
  await log.close();
  return [...doc.getMap('annotations').keys()];
}

async function appendElsewhere(server: Running, user: string, update: Uint8Array): Promise<void> {
  const other = createSqlitePlaceLog(server.file);
  const { head, epoch } = await other.read(SHARED, 0);
  const [result] = await other.append([{ ...SHARED, head, epoch, entries: [{ user, update }] }]);
  expect(result?.kind).toBe('appended');
  await other.close();
}

afterEach(async () => {
  // Clients before servers, which would wait for them.
  for (const end of endings.splice(0).toReversed()) await end();
});
afterAll(removeLogFiles);

describe('stock clients', () => {
  it('[S1] see each other’s records, one by cookie and one by token', async () => {
    const server = await start();
    const ann = connect(server, 'ann', { cookie: true });
    const ben = connect(server, 'ben');
    await Promise.all([synced(ann), synced(ben)]);
    put(ann.doc, annotation('ann', 'a000000001'));
    put(ben.doc, annotation('ben', 'b000000001'));
    await Promise.all([
      until(ann.doc, () => has(ann.doc, 'ben/b000000001')),
      until(ben.doc, () => has(ben.doc, 'ann/a000000001')),
    ]);
    expect(ann.doc.getMap('annotations').toJSON()).toEqual(ben.doc.getMap('annotations').toJSON());
  });

  it('[D10] may write before their first step 2', async () => {
    const server = await start();
    const doc = new Y.Doc();
    put(doc, annotation('ann', 'a000000001'));
    const ann = connect(server, 'ann', { doc });
    ann.provider.on('status', ({ status }) => {
      if (status === 'connected') put(doc, annotation('ann', 'a000000001', { tag: 'opinion' }));
    });
    const ben = connect(server, 'ben');
    const tag = () => ben.doc.getMap<{ tag: string }>('annotations').get('ann/a000000001')?.tag;
    await until(ben.doc, () => tag() === 'opinion');
    expect(ann.refusals).toEqual([]);
  });

  it('[S1] come back with what they wrote and deleted offline', async () => {
    const server = await start();
    const ann = connect(server, 'ann');
    const ben = connect(server, 'ben');
    await Promise.all([synced(ann), synced(ben)]);
    put(ann.doc, annotation('ann', 'a000000001'));
    await until(ben.doc, () => has(ben.doc, 'ann/a000000001'));
    ann.provider.disconnect();
    put(ann.doc, annotation('ann', 'a000000002'));
    put(ann.doc, annotation('ann', 'a000000003'));
    ann.doc.getMap('annotations').delete('ann/a000000001');
    ann.doc.getMap('annotations').delete('ann/a000000003');
    put(ben.doc, annotation('ben', 'b000000001'));
    ann.provider.connect();
    await Promise.all([
      until(ann.doc, () => has(ann.doc, 'ben/b000000001')),
      until(ben.doc, () => has(ben.doc, 'ann/a000000002') && !has(ben.doc, 'ann/a000000001')),
    ]);
    expect([...ben.doc.getMap('annotations').keys()].sort()).toEqual([
      'ann/a000000002',
      'ben/b000000001',
    ]);
  });

  it('[S8] a forged record is refused with its reason, and nobody sees it', async () => {
    const server = await start();
    const ben = connect(server, 'ben');
    const ina = connect(server, 'ina');
    await Promise.all([synced(ben), synced(ina)]);
    put(ben.doc, annotation('ann', 'a000000001'));
    expect(await ben.closed).toBe(4403);
    expect(JSON.parse(ben.refusals[0] ?? '')).toMatchObject({
      rule: 'J11',
      map: 'annotations',
      key: 'ann/a000000001',
    });
    put(ina.doc, annotation('ina', 'i000000001'));
    const ann = connect(server, 'ann');
    await until(ann.doc, () => has(ann.doc, 'ina/i000000001'));
    expect([...ann.doc.getMap('annotations').keys()]).toEqual(['ina/i000000001']);
    expect(has(ina.doc, 'ann/a000000001')).toBe(false);
  });

  it('[E1] find everything again after a restart, and go on by themselves', async () => {
    const first = await startSync();
    const ann = connect(first, 'ann');
    const ben = connect(first, 'ben');
    await Promise.all([synced(ann), synced(ben)]);
    put(ann.doc, annotation('ann', 'a000000001'));
    await until(ben.doc, () => has(ben.doc, 'ann/a000000001'));
    await first.stop();
    put(ann.doc, annotation('ann', 'a000000002'));
    const second = await start({ file: first.file, port: first.port });
    await until(ben.doc, () => has(ben.doc, 'ann/a000000002'));
    expect((await second.sync.records(READING, 'shared')).map(({ record }) => record.id)).toEqual([
      'ann/a000000001',
      'ann/a000000002',
    ]);
  });
});

describe('joining', () => {
  it('[S2] without a session ends with 4401', async () => {
    const client = connect(await start(), null);
    expect(await client.closed).toBe(4401);
    expect(JSON.parse(client.refusals[0] ?? '')).toMatchObject({ rule: 'S2' });
  });

  it.each(['shared', 'desk/ann', 'desk/zoe', 'nowhere'])(
    '[S3] %s as no member, or where there is none, ends with 4404',
    async (place) => {
      const server = await start();
      const stranger = connect(server, 'zoe', { room: `${READING}/${place}` });
      const lost = connect(server, 'ann', { room: `r2/${place}` });
      expect(await stranger.closed).toBe(4404);
      expect(await lost.closed).toBe(4404);
    },
  );

  it('[S4] `shared` while it is blind for the member ends with 4409', async () => {
    const server = await start();
    server.access.change('ann', { phase: 'blind', blindForThem: true });
    expect(await connect(server, 'ann').closed).toBe(4409);
  });

  it('[S5] from a foreign origin is no upgrade at all', async () => {
    const server = await start();
    const client = new RawClient(`${server.url}/${READING}/shared?token=ann`, {
      origin: 'http://evil.example',
    });
    await expect(client.opened).rejects.toThrow('403');
  });

  it('[D6] a place that cannot be loaded ends with 1013 and is loaded anew for the next one', async () => {
    let broken = true;
    const wrap = (log: PlaceLog): PlaceLog => ({
      ...log,
      load: (place) => (broken ? Promise.reject(new Error('disk')) : log.load(place)),
    });
    const server = await start({ wrap });
    const first = await raw(server, 'ann');
    expect(await first.closed).toBe(1013);
    expect(first.updates).toEqual([]);
    broken = false;
    await synced(connect(server, 'ann'));
  });
});

describe('standing', () => {
  it('[S7] an ended session closes its sockets with 4401', async () => {
    const server = await start();
    const ann = await rawSynced(server, 'ann');
    server.access.epochs.set('ann', 1);
    server.sync.reviewUser('ann');
    expect(await ann.closed).toBe(4401);
  });

  it('[S2] [S10] a removed member, whose session ends with it, is told that they were removed', async () => {
    const server = await start();
    const [ann, ben] = [await rawSynced(server, 'ann'), await rawSynced(server, 'ben')];
    server.access.standings.delete('ann');
    for (const user of ['ann', 'ben']) {
      server.access.epochs.set(user, 1);
      server.sync.reviewUser(user);
    }
    expect(await Promise.all([ann.closed, ben.closed])).toEqual([4401, 4401]);
    expect(ann.refusals[0]?.title).toContain('no longer a member');
    expect(ann.refusals[0]?.rule).toBe('S10');
    expect(ben.refusals[0]?.title).toContain('your session has ended');
  });

  it('[S10] who comes back with a session that has ended is told when they were removed', async () => {
    const server = await start();
    for (const user of ['ann', 'ben']) server.access.ended.add(user);
    server.access.standings.delete('ann');
    const [ann, ben] = [await raw(server, 'ann'), await raw(server, 'ben')];
    expect(await Promise.all([ann.closed, ben.closed])).toEqual([4401, 4401]);
    expect([ann, ben].map(({ refusals }) => refusals[0]?.rule)).toEqual(['S10', 'S2']);
  });

  it('[S7] who is no member any more is closed with 4404, a changed role with 4409', async () => {
    const server = await start();
    const [ann, ben] = [await rawSynced(server, 'ann'), await rawSynced(server, 'ben')];
    ann.presence({ client: 1, clock: 1, state: {} });
    ben.presence({ client: 2, clock: 1, state: {} });
    await expect.poll(() => server.sync.here(READING).size).toBe(2);
    server.access.standings.delete('ann');
    server.access.change('ben', { role: 'observer' });
    server.sync.reviewUser('ann');
    server.sync.reviewUser('ben');
    expect(await ann.closed).toBe(4404);
    expect(await ben.closed).toBe(4409);
    expect(server.sync.here(READING)).toEqual(new Set());
  });

  it('[S7] a phase that begins closes the reading’s sockets with 4409', async () => {
    const server = await start();
    const ann = await rawSynced(server, 'ann');
    server.access.change('ann', { phase: 'blind', blindForThem: true });
    await server.sync.reviewReading(READING);
    expect(await ann.closed).toBe(4409);
  });

  it('[S7] a review without a change leaves everybody in peace', async () => {
    const server = await start({ timing: { review: 5 } });
    const ann = connect(server, 'ann');
    const ben = connect(server, 'ben');
    await Promise.all([synced(ann), synced(ben)]);
    await server.sync.reviewReading(READING);
    put(ann.doc, annotation('ann', 'a000000001'));
    await until(ben.doc, () => has(ben.doc, 'ann/a000000001'));
    expect(server.sync.here(READING)).toEqual(new Set(['ann', 'ben']));
  });

  it('[S8] a closed reading refuses writes, while a step 2 without news passes', async () => {
    const server = await start();
    const before = connect(server, 'ann');
    await synced(before);
    put(before.doc, annotation('ann', 'a000000001'));
    const ben = connect(server, 'ben');
    await until(ben.doc, () => has(ben.doc, 'ann/a000000001'));
    before.provider.disconnect();
    server.access.change('ann', { phase: 'closed' });
    const ann = await raw(server, 'ann', '&durable=1');
    ann.step1();
    ann.step2(Y.encodeStateAsUpdate(before.doc));
    await ann.until(() => ann.durable.includes(1));
    const write = (record: ReturnType<typeof outcome>) =>
      ann.update(updateOf(before.doc, () => put(before.doc, record)));
    write(outcome('ann', 'o000000001', 'ann/a000000001'));
    await ann.until(() => ann.durable.includes(2));
    ann.update(updateOf(before.doc, () => put(before.doc, annotation('ann', 'a000000002'))));
    expect(await ann.closed).toBe(4403);
    expect(ann.refusals[0]).toMatchObject({ rule: 'P1', key: 'ann/a000000002' });
    expect(await keysInLog(server.file)).toEqual(['ann/a000000001']);
  });

  it('[S8] an observer reads and does not write; an instructor may delete', async () => {
    const server = await start();
    const ben = connect(server, 'ben');
    await synced(ben);
    put(ben.doc, annotation('ben', 'b000000001'));
    const obe = connect(server, 'obe');
    const ina = connect(server, 'ina');
    await until(obe.doc, () => has(obe.doc, 'ben/b000000001'));
    await until(ina.doc, () => has(ina.doc, 'ben/b000000001'));
    ina.doc.getMap('annotations').delete('ben/b000000001');
    await until(obe.doc, () => !has(obe.doc, 'ben/b000000001'));
    put(obe.doc, annotation('obe', 'o000000001'));
    expect(await obe.closed).toBe(4403);
    expect(JSON.parse(obe.refusals[0] ?? '')).toMatchObject({ rule: 'P1' });
  });
});

describe('never lost', () => {
  it('[D5] whatever a peer had seen is there after kill -9', async () => {
    const file = newLogFile();
    for (let round = 0; round < 3; round += 1) {
      const { kill, url } = await startChild(file);
      const doc = new Y.Doc();
      const ann = connect({ url }, 'ann', { doc });
      const ben = connect({ url }, 'ben');
      await Promise.all([synced(ann), synced(ben)]);
      let written = 0;
      const write = (): void => {
        for (let burst = 0; burst < 4; burst += 1)
          put(doc, annotation('ann', `r${round}-${String((written += 1)).padStart(8, '0')}`));
      };
      const writing = setInterval(write, 5);
      await until(ben.doc, () => has(ben.doc, `ann/r${round}-00000100`));
      await kill();
      clearInterval(writing);
      const seen = [...ben.doc.getMap('annotations').keys()];
      ann.end();
      ben.end();
      const kept = new Set(await keysInLog(file));
      expect(seen.length).toBeGreaterThanOrEqual(100);
      expect(seen.filter((key) => !kept.has(key))).toEqual([]);
    }
  });

  it('[D5] a failed commit shows nothing, closes with 1013, and the clients bring it again', async () => {
    let broken = false;
    const wrap = (log: PlaceLog): PlaceLog => ({
      ...log,
      append: (appends) => (broken ? Promise.reject(new Error('disk')) : log.append(appends)),
    });
    const server = await start({ wrap });
    const ann = connect(server, 'ann');
    const ben = await rawSynced(server, 'ben');
    await synced(ann);
    broken = true;
    put(ann.doc, annotation('ann', 'a000000001'));
    expect(await ben.closed).toBe(1013);
    expect(ben.updates).toHaveLength(1);
    expect(await keysInLog(server.file)).toEqual([]);
    broken = false;
    const ina = connect(server, 'ina');
    await until(ina.doc, () => has(ina.doc, 'ann/a000000001'));
  });

  it('[D13] HTTP answers give durable records with place and commit time', async () => {
    const server = await start();
    const ann = connect(server, 'ann');
    await synced(ann);
    put(ann.doc, annotation('ann', 'a000000001'));
    const ben = connect(server, 'ben');
    await until(ben.doc, () => has(ben.doc, 'ann/a000000001'));
    const before = await server.sync.records(READING, 'shared');
    expect(before).toMatchObject([
      { map: 'annotations', place: 'shared', record: { id: 'ann/a000000001', tag: 'fact' } },
    ]);
    put(ann.doc, annotation('ann', 'a000000001', { tag: 'opinion' }));
    put(ann.doc, annotation('ann', 'a000000002'));
    await until(ben.doc, () => has(ben.doc, 'ann/a000000002'));
    const entries = (await server.log.read(SHARED, 0)).entries;
    const logged = (await server.sync.records(READING, 'shared')).map((one) =>
      Date.parse(one.logged),
    );
    expect(logged).toEqual([entries[1]?.at, entries[2]?.at]);
  });
});

describe('broadcast', () => {
  it('[D11] goes to everyone but the sender', async () => {
    const server = await start();
    const ann = await rawSynced(server, 'ann', '&durable=1');
    const ben = await rawSynced(server, 'ben');
    await ben.until(() => ben.updates.length === 1);
    const doc = new Y.Doc();
    const update = updateOf(doc, () => put(doc, annotation('ann', 'a000000001')));
    ann.update(update);
    await ben.until(() => ben.updates.length === 2);
    await ann.until(() => ann.durable.includes(2));
    expect(ben.updates[1]).toEqual(update);
    expect(ann.updates).toHaveLength(1);
  });

  it('[D11] a write without news goes to nobody', async () => {
    const server = await start();
    const ann = await rawSynced(server, 'ann', '&durable=1');
    const ben = await rawSynced(server, 'ben');
    await ben.until(() => ben.updates.length === 1);
    const doc = new Y.Doc();
    const update = updateOf(doc, () => put(doc, annotation('ann', 'a000000001')));
    ann.update(update);
    ann.update(update);
    await ann.until(() => ann.durable.includes(3));
    ann.update(updateOf(doc, () => put(doc, annotation('ann', 'a000000002'))));
    await ben.until(() => ben.updates.length === 3);
    expect((await server.log.read(SHARED, 0)).head).toBe(2);
  });

  it('[D12] who joins in the middle of writing misses nothing and gets nothing that lacks something', async () => {
    const server = await start();
    const ann = connect(server, 'ann');
    await synced(ann);
    const readers: StockClient[] = [];
    for (let count = 0; count < 120; count += 1) {
      const id = String(count).padStart(10, '0');
      put(ann.doc, annotation('ann', id));
      put(ann.doc, annotation('ann', id, { tag: 'opinion' }));
      if (count % 10 === 5) readers.push(connect(server, count % 20 === 5 ? 'ben' : 'ina'));
      await new Promise((resolve) => setImmediate(resolve));
    }
    for (const { doc } of readers) {
      const records = doc.getMap<{ tag: string }>('annotations');
      await until(doc, () => records.size === 120);
      await until(doc, () => [...records.values()].every(({ tag }) => tag === 'opinion'));
      expect(doc.store.pendingStructs).toBe(null);
    }
  });
});

describe('message 100', () => {
  it('[D9] counts what is in the log, and nothing before', async () => {
    const server = await start();
    const ann = await rawSynced(server, 'ann', '&durable=1');
    await ann.until(() => ann.durable.includes(1));
    const doc = new Y.Doc();
    for (let count = 1; count <= 5; count += 1) {
      const id = `a00000000${count}`;
      ann.update(updateOf(doc, () => put(doc, annotation('ann', id))));
      await ann.until(() => ann.durable.includes(count + 1));
      expect(await keysInLog(server.file)).toContain(`ann/${id}`);
    }
  });

  it('[D9] is not sent to who did not ask for it', async () => {
    const server = await start();
    const ann = await rawSynced(server, 'ann');
    const doc = new Y.Doc();
    ann.update(updateOf(doc, () => put(doc, annotation('ann', 'a000000001'))));
    const ben = connect(server, 'ben');
    await until(ben.doc, () => has(ben.doc, 'ann/a000000001'));
    expect(ann.durable).toEqual([]);
  });

  it('[D10] counts a dropped update once the first step 2 brought its content', async () => {
    const server = await start();
    const doc = new Y.Doc();
    put(doc, annotation('ann', 'a000000001'));
    const overwrite = updateOf(doc, () => put(doc, annotation('ann', 'a000000001', { tag: null })));
    const ann = await raw(server, 'ann', '&durable=1');
    ann.update(overwrite);
    ann.step1();
    await ann.until(() => ann.updates.length === 1);
    expect(await keysInLog(server.file)).toEqual([]);
    ann.step2(Y.encodeStateAsUpdate(doc));
    await ann.until(() => ann.durable.length > 0);
    expect(ann.durable).toEqual([2]);
    expect(await keysInLog(server.file)).toEqual(['ann/a000000001']);
  });

  it('[D10] never counts a dropped update whose content did not come', async () => {
    const server = await start();
    const doc = new Y.Doc();
    put(doc, annotation('ann', 'a000000001'));
    const overwrite = updateOf(doc, () => put(doc, annotation('ann', 'a000000001', { tag: null })));
    const other = new Y.Doc();
    put(other, annotation('ann', 'a000000002'));
    const ann = await raw(server, 'ann', '&durable=1');
    ann.update(overwrite);
    ann.step1();
    ann.step2(NOTHING);
    ann.update(Y.encodeStateAsUpdate(other));
    const ben = connect(server, 'ben');
    await until(ben.doc, () => has(ben.doc, 'ann/a000000002'));
    const before = ann.updates.length;
    ann.step1(other);
    await ann.until(() => ann.updates.length > before);
    expect(ann.durable).toEqual([]);
  });

  it('[D8] after the first step 2, missing dependencies are refused', async () => {
    const server = await start();
    const doc = new Y.Doc();
    put(doc, annotation('ann', 'a000000001'));
    const ann = await rawSynced(server, 'ann', '&durable=1');
    ann.update(updateOf(doc, () => put(doc, annotation('ann', 'a000000001', { tag: null }))));
    expect(await ann.closed).toBe(4403);
    expect(ann.refusals[0]).toMatchObject({ rule: 'J15' });
    expect(ann.durable).toEqual([1]);
  });
});

describe('another process at the same log', () => {
  it('[D7] a conflict takes in the tail, judges again, and shows both', async () => {
    const server = await start();
    const ann = connect(server, 'ann');
    const ina = connect(server, 'ina');
    await Promise.all([synced(ann), synced(ina)]);
    const doc = new Y.Doc();
    put(doc, annotation('ben', 'b000000001'));
    await appendElsewhere(server, 'ben', Y.encodeStateAsUpdate(doc));
    put(ann.doc, annotation('ann', 'a000000001'));
    await until(ina.doc, () => has(ina.doc, 'ann/a000000001') && has(ina.doc, 'ben/b000000001'));
    await until(ann.doc, () => has(ann.doc, 'ben/b000000001'));
    expect((await keysInLog(server.file)).sort()).toEqual(['ann/a000000001', 'ben/b000000001']);
  });

  it('[D8] what seems to lack something is judged again at the head of the log', async () => {
    const server = await start();
    const ben = await rawSynced(server, 'ben', '&durable=1');
    await ben.until(() => ben.durable.includes(1));
    const doc = new Y.Doc();
    put(doc, annotation('ben', 'b000000001'));
    await appendElsewhere(server, 'ben', Y.encodeStateAsUpdate(doc));
    ben.update(updateOf(doc, () => put(doc, annotation('ben', 'b000000001', { tag: 'opinion' }))));
    await ben.until(() => ben.durable.includes(2));
    expect(await server.sync.records(READING, 'shared')).toMatchObject([
      { record: { id: 'ben/b000000001', tag: 'opinion' } },
    ]);
  });
});

describe('awareness', () => {
  it('[W1] others see a client with the user that the server wrote', async () => {
    const server = await start();
    const ann = connect(server, 'ann');
    const ben = connect(server, 'ben');
    await Promise.all([synced(ann), synced(ben)]);
    ann.provider.awareness.setLocalState({
      user: { id: 'ina', name: 'Ina', color: 'gold' },
      cursor: { start: 3, end: 9 },
      block: 2,
      anything: 'else',
    });
    const state = () => ben.provider.awareness.getStates().get(ann.doc.clientID);
    await untilPresence(ben, () => state()?.['block'] === 2);
    expect(state()).toEqual({
      user: { id: 'ann', name: 'Ann', color: expect.stringMatching(/^#[0-9a-f]{6}$/) },
      cursor: { start: 3, end: 9 },
      block: 2,
    });
  });

  it('[W2] forgeries for other clients are ignored, and no reason to close', async () => {
    const server = await start();
    const ann = connect(server, 'ann');
    const ina = connect(server, 'ina');
    await Promise.all([synced(ann), synced(ina)]);
    ann.provider.awareness.setLocalState({ cursor: { start: 1, end: 2 } });
    const states = () => ina.provider.awareness.getStates();
    await untilPresence(ina, () => states().get(ann.doc.clientID)?.['cursor'] !== undefined);
    const ben = await raw(server, 'ben');
    const forged = {
      client: ann.doc.clientID,
      clock: 9999,
      state: { cursor: { start: 5, end: 6 } },
    };
    ben.presence(
      forged,
      { client: 4711, clock: 1, state: { cursor: null } },
      { ...forged, state: null },
    );
    ben.presence(forged, { client: 4712, clock: 1, state: { cursor: null } });
    await untilPresence(ina, () => states().has(4711));
    ben.presence({ client: 4711, clock: 2, state: { cursor: { start: 7, end: 8 } } });
    await untilPresence(ina, () => (states().get(4711)?.['cursor'] ?? null) !== null);
    expect(states().get(ann.doc.clientID)).toMatchObject({
      user: { id: 'ann' },
      cursor: { start: 1, end: 2 },
    });
    expect(states().has(4712)).toBe(false);
    expect(ann.provider.awareness.getLocalState()).toEqual({ cursor: { start: 1, end: 2 } });
  });

  it('[J14] a client id seen in awareness is nobody else’s to write with', async () => {
    const server = await start();
    const ann = connect(server, 'ann');
    const ina = connect(server, 'ina');
    await Promise.all([synced(ann), synced(ina)]);
    await untilPresence(ina, (states) => states.has(ann.doc.clientID));
    const doc = new Y.Doc();
    doc.clientID = ann.doc.clientID;
    const ben = await rawSynced(server, 'ben');
    ben.update(updateOf(doc, () => put(doc, annotation('ben', 'b000000001'))));
    expect(await ben.closed).toBe(4403);
    expect(ben.refusals[0]).toMatchObject({ rule: 'J14' });
    put(ann.doc, annotation('ann', 'a000000001'));
    await until(ina.doc, () => has(ina.doc, 'ann/a000000001'));
  });

  it('[W4] a newcomer hears of everyone, and everyone of who leaves', async () => {
    const server = await start();
    const ann = connect(server, 'ann');
    await synced(ann);
    ann.provider.awareness.setLocalState({ cursor: null });
    const ben = connect(server, 'ben');
    await untilPresence(ben, (states) => states.has(ann.doc.clientID));
    await untilPresence(ann, (states) => states.has(ben.doc.clientID));
    ben.end();
    await untilPresence(ann, (states) => !states.has(ben.doc.clientID));
  });

  it('[W4] who comes back at the same clock is seen at once', async () => {
    const server = await start();
    const ann = connect(server, 'ann');
    const ben = connect(server, 'ben');
    await Promise.all([synced(ann), synced(ben)]);
    await untilPresence(ann, (states) => states.has(ben.doc.clientID));
    for (let round = 0; round < 3; round += 1) {
      ben.provider.disconnect();
      await untilPresence(ann, (states) => !states.has(ben.doc.clientID));
      ben.provider.connect();
      ben.provider.awareness.setLocalState({ cursor: null });
      await untilPresence(ann, (states) => states.has(ben.doc.clientID));
    }
  });

  it('[W6] a client hears something even where nothing happens', async () => {
    const server = await start({ timing: { renew: 20 } });
    const ann = await rawSynced(server, 'ann');
    const before = ann.messages;
    await ann.until(() => ann.messages >= before + 3);
  });
});

describe('limits', () => {
  it.each([
    ['text', (client: RawClient) => client.socket.send('hello')],
    ['garbage', (client: RawClient) => client.socket.send(Uint8Array.of(9, 9, 9))],
    ['a cut-off message', (client: RawClient) => client.socket.send(Uint8Array.of(0, 2, 200, 1))],
    ['a broken update', (client: RawClient) => client.update(Uint8Array.of(1, 1, 255))],
    ['a broken state vector', (client: RawClient) => client.sync(0, Uint8Array.of(5, 1))],
  ])('[S6] %s ends with 4400', async (_name, send) => {
    const server = await start();
    const ann = await raw(server, 'ann');
    send(ann);
    expect(await ann.closed).toBe(4400);
    await synced(connect(server, 'ann'));
  });

  it('[Q6] a message over the limit ends with 4413', async () => {
    const server = await start({ limits: { messageBytes: 10_000 } });
    const ann = await raw(server, 'ann');
    ann.update(new Uint8Array(20_000));
    expect(await ann.closed).toBe(4413);
  });

  it('[Q6] a record over the limit ends with 4413 and says so', async () => {
    const server = await start({ limits: { recordBytes: 500 } });
    const ann = await rawSynced(server, 'ann');
    const doc = new Y.Doc();
    const labels = Array.from({ length: 10 }, (_, index) => String(index).repeat(40));
    ann.update(updateOf(doc, () => put(doc, annotation('ann', 'a000000001', { labels }))));
    expect(await ann.closed).toBe(4413);
    expect(ann.refusals[0]).toMatchObject({ rule: 'R1', key: 'ann/a000000001' });
  });

  it('[L1] a record too many ends with 4403', async () => {
    const server = await start({ limits: { recordsPerMember: 1 } });
    const ann = await rawSynced(server, 'ann');
    const doc = new Y.Doc();
    ann.update(updateOf(doc, () => put(doc, annotation('ann', 'a000000001'))));
    ann.update(updateOf(doc, () => put(doc, annotation('ann', 'a000000002'))));
    expect(await ann.closed).toBe(4403);
    expect(ann.refusals[0]).toMatchObject({ rule: 'L1' });
    expect(await keysInLog(server.file)).toEqual(['ann/a000000001']);
  });

  it('[Q1] too many messages end with 4529', async () => {
    const server = await start({ limits: { messagesPerSecond: 2 } });
    const ann = await raw(server, 'ann');
    for (let count = 0; count < 60; count += 1) ann.step2(NOTHING);
    expect(await ann.closed).toBe(4529);
    expect(ann.refusals[0]).toMatchObject({ rule: 'Q1' });
  });

  it('[Q2] too many bytes end with 4529, over all connections of a user', async () => {
    const server = await start({ limits: { bytesPerSecond: 500 } });
    const [one, two] = [await rawSynced(server, 'ann'), await rawSynced(server, 'ann')];
    const doc = new Y.Doc();
    put(doc, annotation('ann', 'a000000001', { labels: ['x'.repeat(40)] }));
    const update = Y.encodeStateAsUpdate(doc);
    for (let count = 0; count < 50; count += 1) (count % 2 === 0 ? one : two).update(update);
    expect(await Promise.race([one.closed, two.closed])).toBe(4529);
  });

  it('[Q3] too many connections of a user end with 4529', async () => {
    const server = await start({ limits: { connectionsPerUser: 2 } });
    const first = await rawSynced(server, 'ann');
    await rawSynced(server, 'ann');
    const third = await raw(server, 'ann');
    expect(await third.closed).toBe(4529);
    first.socket.close();
    await first.closed;
    await synced(connect(server, 'ann'));
  });

  it('[Q4] the whole state again and again ends with 4529', async () => {
    const server = await start();
    const ann = connect(server, 'ann');
    await synced(ann);
    put(ann.doc, annotation('ann', 'a000000001'));
    const ben = await rawSynced(server, 'ben');
    await ben.until(() => ben.updates.length >= 1);
    const ina = connect(server, 'ina');
    await until(ina.doc, () => has(ina.doc, 'ann/a000000001'));
    ben.step1(ina.doc);
    ben.step1();
    ben.step1();
    expect(await ben.closed).toBe(4529);
    expect(ben.refusals[0]).toMatchObject({ rule: 'Q4' });
  });

  it('[Q7] a reader that never reads is closed, and the others do not wait for it', async () => {
    const server = await start({ limits: { bytesPerSecond: 10_000_000, messagesPerSecond: 1000 } });
    const slow = await rawSynced(server, 'ben');
    slow.presence({ client: 1, clock: 1, state: {} });
    await expect.poll(() => server.sync.here(READING).has('ben')).toBe(true);
    slow.socket.pause();
    const ann = connect(server, 'ann');
    const ina = connect(server, 'ina');
    await Promise.all([synced(ann), synced(ina)]);
    const long = { type: 'text' as const, text: 'x'.repeat(20_000) };
    const paragraph = { type: 'paragraph' as const, content: [long, long, long] };
    for (let count = 0; server.sync.here(READING).has('ben'); count += 1) {
      const id = `a${String(count).padStart(9, '0')}`;
      put(ann.doc, annotation('ann', id, { comment: { type: 'doc', content: [paragraph] } }));
      await until(ina.doc, () => has(ina.doc, `ann/${id}`));
      if (count > 1000) throw new Error('never closed');
    }
    slow.socket.resume();
    expect(await slow.closed).toBe(1013);
  });

  it('[Q8] a socket that does not answer pings is cut', async () => {
    const server = await start({ timing: { ping: 50 } });
    const dead = await raw(server, 'ann', '', { autoPong: false });
    const alive = connect(server, 'ben');
    await synced(alive);
    expect(await dead.closed).toBe(1006);
    expect(server.sync.here(READING)).toEqual(new Set(['ben']));
  });
});

describe('eviction', () => {
  it('[E2] a place is forgotten some time after the last socket left, and loaded again', async () => {
    const loads: string[] = [];
    const wrap = (log: PlaceLog): PlaceLog => ({
      ...log,
      clientIds(reading) {
        loads.push(reading);
        return log.clientIds(reading);
      },
    });
    const server = await start({ wrap, timing: { evictAfter: 1 } });
    const ann = connect(server, 'ann');
    await synced(ann);
    put(ann.doc, annotation('ann', 'a000000001'));
    const ben = connect(server, 'ben');
    await until(ben.doc, () => has(ben.doc, 'ann/a000000001'));
    expect(loads).toHaveLength(1);
    ann.end();
    ben.end();
    while (loads.length === 1) {
      const visitor = await rawSynced(server, 'ina');
      visitor.socket.close();
      await visitor.closed;
    }
    expect(await server.sync.records(READING, 'shared')).toHaveLength(1);
  });

  it('[E2] many who ask at once wait for one loading', async () => {
    let loads = 0;
    const wrap = (log: PlaceLog): PlaceLog => ({
      ...log,
      load(place) {
        loads += 1;
        return log.load(place);
      },
    });
    const server = await start({ wrap });
    const all = ['ann', 'ben', 'ina', 'obe'].map((user) => connect(server, user));
    await Promise.all(all.map((client) => synced(client)));
    expect(loads).toBe(1);
  });
});

describe('shutdown', () => {
  it('[E1] flushes what is queued, then closes with 1012', async () => {
    const server = await startSync({ timing: { commitWindow: 50 } });
    const ann = await rawSynced(server, 'ann', '&durable=1');
    await ann.until(() => ann.durable.includes(1));
    const doc = new Y.Doc();
    ann.update(updateOf(doc, () => put(doc, annotation('ann', 'a000000001'))));
    const pong = once(ann.socket, 'pong');
    ann.socket.ping();
    await pong;
    await server.stop();
    expect(await ann.closed).toBe(1012);
    expect(ann.durable).toEqual([1, 2]);
    expect(await keysInLog(server.file)).toEqual(['ann/a000000001']);
  });
});

async function startChild(file: string): Promise<{ url: string; kill: () => Promise<void> }> {
  const script = fileURLToPath(new URL('./sync-child.ts', import.meta.url));
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(createInterface(child.stdout), 'line')) as [string];
  const kill = async (): Promise<void> => {
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  };
  endings.push(() => {
    child.kill('SIGKILL');
  });
  return { url: `ws://127.0.0.1:${port}/sync`, kill };
}
