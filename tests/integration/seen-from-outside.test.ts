import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { CLOSE } from '#lib/protocol/sync.ts';
import { type PostilServer, OWNER, startServer } from './postil-server.ts';
import {
  type RealReading,
  annotationIn,
  newMember,
  rawSocket,
  realReading,
} from './real-reading.ts';
import { put, updateOf } from './sync-fixture.ts';

/** What the real server tells of itself, and what it keeps to itself. */
let server: PostilServer;
let reading: RealReading;

const NAME = 'Zephyrine Quastenflosser';
const WORDS = 'Mirabellenkompott am Sonntag';
const PROXIED = { headers: { 'X-Forwarded-For': '203.0.113.7' } };

beforeAll(async () => {
  server = await startServer();
  reading = await realReading(server, await server.owner());
});

afterAll(async () => {
  await server.stop();
});

const metrics = async (): Promise<string> => (await server.client().fetch('/api/metrics')).text();

function valueOf(text: string, series: string): number {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `));
  return Number(line?.slice(series.length + 1) ?? 0);
}

test('[O1] health says ok, with everything that was asked', async () => {
  const response = await server.client().fetch('/api/health');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    status: 'ok',
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    store: 'sqlite',
    uptime: expect.any(Number),
  });
});

test('[O2] metrics are for this machine and the owner; for all others there is nothing', async () => {
  const member = await server.member('Maria');
  const owner = await server.owner();
  const status = async (client: { fetch: typeof member.fetch }, init?: RequestInit) =>
    (await client.fetch('/api/metrics', init)).status;
  expect(await status(server.client())).toBe(200);
  expect(await status(server.client(), PROXIED)).toBe(404);
  expect(await status(member, PROXIED)).toBe(404);
  expect(await status(owner, PROXIED)).toBe(200);
  const lie = { headers: { ...PROXIED.headers, 'X-From-This-Machine': 'yes' } };
  expect(await status(member, lie)).toBe(404);
  const nowhere = await member.fetch('/api/nowhere');
  const hidden = await member.fetch('/api/metrics', PROXIED);
  expect(await hidden.json()).toEqual(await nowhere.json());
});

test('[O2] metrics count sockets, places, updates, commits, refusals by rule, and the process', async () => {
  const ben = await newMember(server, 'Ben');
  const before = await metrics();
  const honest = await rawSocket(reading, ben, '?durable=1');
  honest.step1();
  honest.step2(Y.encodeStateAsUpdate(new Y.Doc()));
  const doc = new Y.Doc();
  honest.update(updateOf(doc, () => put(doc, annotationIn(reading, ben.id, 'counted'))));
  await honest.until(() => honest.durable.includes(2));
  const forger = await rawSocket(reading, ben);
  forger.step2(Y.encodeStateAsUpdate(new Y.Doc()));
  const forged = new Y.Doc();
  forger.update(updateOf(forged, () => put(forged, annotationIn(reading, 'somebody', 'else'))));
  expect(await forger.closed).toBe(CLOSE.refused);
  const after = await metrics();
  const grown = (series: string): number => valueOf(after, series) - valueOf(before, series);
  expect(grown('postil_sync_updates_total')).toBe(1);
  expect(grown('postil_sync_commit_seconds_count')).toBe(1);
  expect(grown('postil_sync_refusals_total{rule="J11"}')).toBe(1);
  expect(valueOf(after, 'postil_sync_sockets')).toBe(1);
  expect(valueOf(after, 'postil_sync_places')).toBe(1);
  expect(valueOf(after, 'postil_sync_queued_bytes')).toBe(0);
  expect(valueOf(after, 'process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
  expect(after).toMatch(/^nodejs_eventloop_lag_p99_seconds \S+$/m);
  honest.socket.close();
  await honest.closed;
});

test('[O3] neither logs nor metrics carry names, words, mail, passwords or tokens', async () => {
  const zephyrine = await newMember(server, NAME);
  const { client } = zephyrine;
  const { token } = await client.send<{ token: string }>('POST', '/api/sync-token', {
    reading: reading.id,
    place: 'shared',
  });
  const { url: returnLink } = await client.send<{ url: string }>('POST', '/api/me/return-link');
  const stranger = { client: { cookieHeader: '' } };

  const writer = await rawSocket(reading, stranger, `?token=${token}&durable=1`);
  writer.step1();
  writer.step2(Y.encodeStateAsUpdate(new Y.Doc()));
  const doc = new Y.Doc();
  const spoken = annotationIn(reading, zephyrine.id, 'spoken', WORDS);
  writer.update(updateOf(doc, () => put(doc, spoken)));
  await writer.until(() => writer.durable.includes(2));
  writer.presence({
    client: doc.clientID,
    clock: 1,
    state: { user: { name: NAME }, cursor: WORDS },
  });

  const unsaid = { ...annotationIn(reading, zephyrine.id, 'unsaid', WORDS), [WORDS]: WORDS };
  writer.update(updateOf(doc, () => doc.getMap('annotations').set(unsaid.id, unsaid)));
  expect(await writer.closed).toBe(CLOSE.refused);
  const babbler = await rawSocket(reading, zephyrine);
  babbler.socket.send(`${NAME} ${WORDS}`);
  expect(await babbler.closed).toBe(CLOSE.malformed);
  const elsewhere = { url: reading.url.replace('/shared', `/${encodeURIComponent(NAME)}`) };
  expect(await (await rawSocket(elsewhere, zephyrine)).closed).toBe(CLOSE.notFound);
  const spent = await rawSocket(reading, stranger, `?token=${token.slice(0, -4)}${WORDS}`);
  expect(await spent.closed).toBe(CLOSE.noSession);

  const { email, password } = OWNER;
  expect(await server.client().signIn('password', { email, password: WORDS })).not.toBeNull();
  expect(await server.client().signIn('return', { token: WORDS })).not.toBeNull();
  expect((await client.request('POST', '/api/groups', { [NAME]: WORDS })).status).toBe(422);
  const broken = { 'Content-Type': 'application/json' };
  const badJson = { method: 'POST', headers: broken, body: `{"name": "${WORDS}` };
  expect((await client.fetch('/api/groups', badJson)).status).toBe(400);
  await client.fetch(`/readings/${encodeURIComponent(WORDS)}`);
  await client.fetch(new URL(returnLink).pathname);

  const told = `${server.output()}\n${await metrics()}`;
  const session = client.cookieHeader.split('; ').map((cookie) => cookie.split('=')[1] ?? '');
  const secrets = [NAME, 'Zephyrine', WORDS, 'Mirabellen', encodeURIComponent(NAME), token]
    .concat(email, password, new URL(returnLink).pathname.split('/').at(-1) ?? '')
    .concat(
      session.filter((value) => value.length > 20),
      spoken.target.exact,
    );
  for (const secret of secrets) expect(told).not.toContain(secret);
  expect(server.output()).toContain('"rule":"R1"');
});

test('[O2] no metric is labelled with a reading or a person', async () => {
  const members = await (
    await server.owner()
  ).get<{ id: string }[]>(`/api/readings/${reading.id}/members`);
  const text = await metrics();
  expect(members.length).toBeGreaterThan(2);
  for (const { id } of [...members, reading]) expect(text).not.toContain(id);
  const labels = [...text.matchAll(/^postil_\w+\{([^}]*)\}/gm)].flatMap(([, list = '']) =>
    list.split(',').map((label) => label.split('=')[0]),
  );
  expect(new Set(labels)).toEqual(new Set(['rule', 'le']));
});
