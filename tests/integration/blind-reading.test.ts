import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Annotation, Assessment } from '#lib/annotation/record.ts';
import type { Insight } from '#lib/insight/insight.ts';
import type {
  LoggedRecord,
  Me,
  ReadingMember,
  ReadingMoment,
  ReadingView,
} from '#lib/protocol/http.ts';
import type { Client } from './client.ts';
import { type PostilServer, startServer } from './postil-server.ts';

/** A blind reading of the real server, from its beginning to its reveal. */
let server: PostilServer;
let owner: Client;
let anna: Client;
let ben: Client;
let reading: ReadingView;
let text: string;
const ids = new Map<Client, string>();

beforeAll(async () => {
  server = await startServer();
  owner = await server.owner();
  anna = await server.member('Anna');
  ben = await server.member('Ben');
  for (const client of [owner, anna, ben]) ids.set(client, (await client.get<Me>('/api/me')).id);
  const [first] = await owner.get<ReadingView[]>('/api/readings');
  const { group, article } = first!;
  reading = await owner.send('POST', '/api/readings', {
    group,
    article: article.id,
    phase: 'blind',
  });
  text = await (await anna.fetch(`/api/readings/${reading.id}/text`)).text();
});

afterAll(async () => {
  await server.stop();
});

const path = (part = ''): string => `/api/readings/${reading.id}${part}`;
const idOf = (client: Client): string => ids.get(client) ?? '';

async function placeFor(client: Client): Promise<string | undefined> {
  const readings = await client.get<ReadingView[]>('/api/readings');
  return readings.find(({ id }) => id === reading.id)?.place;
}

interface Connected {
  doc: Y.Doc;
  provider: WebsocketProvider;
  closed: Promise<number>;
}

function connect(client: Client, place: string, doc = new Y.Doc()): Connected {
  class WithCookie extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { Cookie: client.cookieHeader } });
    }
  }
  const provider = new WebsocketProvider(
    `${server.url.replace('http', 'ws')}/sync`,
    `${reading.id}/${place}`,
    doc,
    {
      disableBc: true,
      WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
    },
  );
  const closed = new Promise<number>((resolve) => {
    provider.on('closed', ({ code }) => resolve(code));
  });
  return { doc, provider, closed };
}

async function synced(connected: Connected): Promise<Connected> {
  if (!connected.provider.synced)
    await new Promise<void>((resolve) => connected.provider.once('sync', () => resolve()));
  return connected;
}

function mark(author: string, localId: string): Annotation {
  const end = text.indexOf(' ', 10);
  return {
    id: `${author}/${localId}`,
    author,
    created: new Date().toISOString(),
    target: {
      revision: reading.revision,
      start: 0,
      end,
      exact: text.slice(0, end),
      prefix: '',
      suffix: text.slice(end, end + 32),
    },
    tag: 'fact',
    comment: null,
  };
}

function done(author: string): Assessment {
  const created = new Date().toISOString();
  const id = `${author}/assessment-1`;
  const { revision } = reading;
  return { id, author, created, on: null, kind: 'done', revision, upTo: text.length };
}

async function idsIn(client: Client, query = ''): Promise<string[]> {
  const logged = await client.get<LoggedRecord[]>(path(`/annotations${query}`));
  return logged.map(({ place, record }) => `${place} ${record.id}`).sort();
}

async function statusOf(client: Client, part: string): Promise<number> {
  return (await client.fetch(path(part))).status;
}

/** Everything that a member's routes say, but for who is here and done. */
async function whatHttpSays(client: Client): Promise<unknown> {
  const members = await client.get<ReadingMember[]>(path('/members'));
  const texts = [
    '/annotations',
    '/insight',
    '/insight?at=2999-01-01T00:00:00Z',
    '/annotations?place=private',
    '/text',
    '/blocks',
  ].map(async (part) => (await client.fetch(path(part))).text());
  return {
    members: members.map((member) => ({ ...member, here: false, done: false })),
    texts: await Promise.all(texts),
    readings: await client.get('/api/readings'),
    groups: await client.get('/api/groups'),
    articles: await client.get('/api/articles'),
  };
}

/** Before and after the reveal it is asked what stood then. */
let withSecond: string;
let withoutSecond: string;

/** A moment that is later than all that was written so far, and earlier than all that will be. */
async function momentAfter(): Promise<string> {
  const now = Date.now();
  await expect.poll(() => Date.now()).toBeGreaterThan(now + 1);
  return new Date(now + 1).toISOString();
}

async function marksThen(client: Client, at: string): Promise<number> {
  const { annotations } = await client.get<Insight>(path(`/insight?at=${at}`));
  return annotations;
}

describe('a blind reading', () => {
  test('[V3] a member’s work goes to their own desk, an instructor’s to `shared`', async () => {
    expect(reading).toMatchObject({ phase: 'blind', place: 'shared' });
    expect(await placeFor(anna)).toBe(`desk/${idOf(anna)}`);
    expect(await connect(anna, 'shared').closed).toBe(4409);
    expect(await connect(ben, `desk/${idOf(anna)}`).closed).toBe(4404);
  });

  test('[V5] no route says anything of others’ work to a blind member', async () => {
    const before = await whatHttpSays(ben);
    const desk = await synced(connect(anna, `desk/${idOf(anna)}`));
    const own = await synced(connect(anna, `private/${idOf(anna)}`));
    const shared = await synced(connect(owner, 'shared'));
    desk.doc
      .getMap('annotations')
      .set(`${idOf(anna)}/annotation-1`, mark(idOf(anna), 'annotation-1'));
    desk.doc.getMap('assessments').set(`${idOf(anna)}/assessment-1`, done(idOf(anna)));
    own.doc
      .getMap('annotations')
      .set(`${idOf(anna)}/annotation-2`, mark(idOf(anna), 'annotation-2'));
    shared.doc
      .getMap('annotations')
      .set(`${idOf(owner)}/annotation-3`, mark(idOf(owner), 'annotation-3'));
    await expect.poll(() => idsIn(anna)).toHaveLength(2);
    await expect.poll(() => idsIn(owner)).toHaveLength(3);
    await expect.poll(() => idsIn(anna, '?place=private')).toHaveLength(1);
    expect(await whatHttpSays(ben)).toEqual(before);
    for (const client of [desk, own, shared]) client.provider.destroy();
  });

  test('[V5] what everybody reads over HTTP is what they may read over the socket', async () => {
    const annas = `${idOf(anna)}/annotation-1`;
    const desk = `desk/${idOf(anna)}`;
    expect(await idsIn(anna)).toEqual([`${desk} ${annas}`, `${desk} ${idOf(anna)}/assessment-1`]);
    expect(await idsIn(owner)).toEqual([
      `${desk} ${annas}`,
      `${desk} ${idOf(anna)}/assessment-1`,
      `shared ${idOf(owner)}/annotation-3`,
    ]);
    expect(await idsIn(owner, `?place=${desk}`)).toHaveLength(2);
    expect(await idsIn(owner, '?place=private')).toEqual([]);
    expect(await statusOf(owner, `/annotations?place=private/${idOf(anna)}`)).toBe(404);
    expect(await statusOf(ben, `/annotations?place=${desk}`)).toBe(404);
    expect(await statusOf(ben, `/annotations?place=feedback/${idOf(anna)}`)).toBe(404);
    expect(await statusOf(ben, '/annotations?place=shared')).toBe(403);
    expect(await anna.get<Insight>(path('/insight'))).toMatchObject({ annotations: 1 });
    expect(await ben.get<Insight>(path('/insight'))).toMatchObject({ annotations: 0 });
    expect(await owner.get<Insight>(path('/insight'))).toMatchObject({ annotations: 2 });
  });

  test('[V5] members say who is done, from the desks too; counts go to instructors only', async () => {
    const of = (members: ReadingMember[], who: Client): ReadingMember | undefined =>
      members.find(({ id }) => id === idOf(who));
    const forBen = await ben.get<ReadingMember[]>(path('/members'));
    expect(of(forBen, anna)).toEqual({
      id: idOf(anna),
      name: 'Anna',
      role: 'annotator',
      here: expect.any(Boolean),
      done: true,
    });
    const forOwner = await owner.get<ReadingMember[]>(path('/members'));
    expect(of(forOwner, anna)).toMatchObject({ done: true, marks: 1 });
    expect(of(forOwner, ben)).toMatchObject({ done: false, marks: 0 });
  });

  test('[V5] a token opens the place that it was made for, and no other', async () => {
    const ask = (place: string): Promise<Response> =>
      ben.request('POST', '/api/sync-token', { reading: reading.id, place });
    expect((await ask(`desk/${idOf(ben)}`)).status).toBe(200);
    expect((await ask(`desk/${idOf(anna)}`)).status).toBe(404);
    expect((await ask('shared')).status).toBe(403);
  });

  test('[H3] insight of a moment ago counts what its asker may read, as it stood in the log', async () => {
    const desk = await synced(connect(anna, `desk/${idOf(anna)}`));
    const key = `${idOf(anna)}/annotation-6`;
    desk.doc.getMap('annotations').set(key, mark(idOf(anna), 'annotation-6'));
    await expect.poll(() => idsIn(anna)).toHaveLength(3);
    withSecond = await momentAfter();
    desk.doc.getMap('annotations').delete(key);
    await expect.poll(() => idsIn(anna)).toHaveLength(2);
    withoutSecond = await momentAfter();
    expect(await marksThen(anna, withSecond)).toBe(2);
    expect(await marksThen(anna, withoutSecond)).toBe(1);
    expect(await marksThen(anna, '2020-01-01T00:00:00Z')).toBe(0);
    expect(await marksThen(ben, withSecond)).toBe(0);
    expect(await marksThen(owner, withSecond)).toBe(3);
    expect(await statusOf(ben, '/insight?at=yesterday')).toBe(422);
    desk.provider.destroy();
  });

  test('[V8] one member is revealed: their desk is in `shared`, and `shared` is theirs', async () => {
    const desk = await synced(connect(anna, `desk/${idOf(anna)}`));
    expect((await anna.request('POST', path('/reveal'), {})).status).toBe(403);
    expect((await owner.request('POST', path('/reveal'), { user: 'nobody' })).status).toBe(404);
    const view = await owner.send<ReadingView>('POST', path('/reveal'), { user: idOf(anna) });
    expect(view).toMatchObject({ phase: 'blind' });
    expect(await desk.closed).toBe(4409);
    expect(await placeFor(anna)).toBe('shared');
    expect(await placeFor(ben)).toBe(`desk/${idOf(ben)}`);
    const expected = [
      `shared ${idOf(anna)}/annotation-1`,
      `shared ${idOf(anna)}/assessment-1`,
      `shared ${idOf(owner)}/annotation-3`,
    ].sort();
    expect(await idsIn(anna)).toEqual(expected);
    expect(await idsIn(owner)).toEqual(expected);
    expect(await idsIn(ben)).toEqual([]);
  });

  test('[V6] closed before the reveal it stays blind, and goes on where it was', async () => {
    const desk = await synced(connect(ben, `desk/${idOf(ben)}`));
    desk.doc
      .getMap('annotations')
      .set(`${idOf(ben)}/annotation-4`, mark(idOf(ben), 'annotation-4'));
    await expect.poll(() => idsIn(ben)).toHaveLength(1);
    await owner.send('PATCH', path(), { phase: 'closed' });
    expect(await desk.closed).toBe(4409);
    expect(await placeFor(ben)).toBe(`desk/${idOf(ben)}`);
    expect(await connect(ben, 'shared').closed).toBe(4409);
    expect(await idsIn(ben)).toHaveLength(1);
    await owner.send('PATCH', path(), { phase: 'blind' });
    expect(await idsIn(ben)).toHaveLength(1);
  });

  test('[V8] revealed for all it is open, and everything is in `shared` after a restart, too', async () => {
    const view = await owner.send<ReadingView>('POST', path('/reveal'), {});
    expect(view).toMatchObject({ phase: 'open' });
    await server.restart();
    expect(await placeFor(ben)).toBe('shared');
    expect(await idsIn(ben)).toEqual(
      [
        `shared ${idOf(anna)}/annotation-1`,
        `shared ${idOf(anna)}/assessment-1`,
        `shared ${idOf(ben)}/annotation-4`,
        `shared ${idOf(owner)}/annotation-3`,
      ].sort(),
    );
    expect(await owner.send('POST', path('/reveal'), {})).toMatchObject({ phase: 'open' });
    const members = await owner.get<ReadingMember[]>(path('/members'));
    expect(members.every((member) => !('marks' in member))).toBe(true);
  });

  test('[H3] after the reveal a moment before it counts what the reveal showed, from when it was made', async () => {
    expect(await marksThen(ben, withoutSecond)).toBe(2);
    // What Anna took back before the reveal is nobody's business but hers and the instructors'.
    expect(await marksThen(ben, withSecond)).toBe(2);
    expect(await marksThen(anna, withSecond)).toBe(3);
    expect(await marksThen(owner, withSecond)).toBe(3);
  });

  test('[V6] blind again, it begins with empty desks; opened, it is revealed', async () => {
    await owner.send('PATCH', path(), { phase: 'blind' });
    expect(await placeFor(ben)).toBe(`desk/${idOf(ben)}`);
    expect(await idsIn(ben)).toEqual([]);
    const desk = await synced(connect(ben, `desk/${idOf(ben)}`));
    expect(desk.doc.getMap('annotations').size).toBe(0);
    desk.doc
      .getMap('annotations')
      .set(`${idOf(ben)}/annotation-5`, mark(idOf(ben), 'annotation-5'));
    await expect.poll(() => idsIn(ben)).toHaveLength(1);
    expect(await owner.send('PATCH', path(), { phase: 'open' })).toMatchObject({ phase: 'open' });
    expect(await desk.closed).toBe(4409);
    expect(await idsIn(anna)).toContain(`shared ${idOf(ben)}/annotation-5`);
  });

  test('[H4] the reading tells when it was revealed and came into its phases', async () => {
    const moments = await ben.get<ReadingMoment[]>(path('/moments'));
    expect(moments.map(({ what }) => what)).toEqual([
      'closed',
      'blind',
      'revealed',
      'open',
      'blind',
      'revealed',
      'open',
    ]);
    expect(moments.map(({ at }) => at)).toEqual(moments.map(({ at }) => at).toSorted());
  });

  test('[V6] a reading that was never blind has nothing to reveal', async () => {
    const readings = await owner.get<ReadingView[]>('/api/readings');
    const open = readings.find(({ id }) => id !== reading.id);
    const answer = await owner.request('POST', `/api/readings/${open?.id}/reveal`, {});
    expect(answer.status).toBe(409);
  });

  test('[S7] a changed role closes the member’s sockets in every place', async () => {
    const shared = await synced(connect(anna, 'shared'));
    const own = await synced(connect(anna, `private/${idOf(anna)}`));
    await owner.send('PATCH', `/api/groups/${reading.group}/members/${idOf(anna)}`, {
      role: 'observer',
    });
    expect(await Promise.all([shared.closed, own.closed])).toEqual([4409, 4409]);
  });
});
