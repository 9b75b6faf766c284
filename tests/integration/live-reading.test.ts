import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Annotation, Assessment } from '#lib/annotation/record.ts';
import type { Insight } from '#lib/insight/insight.ts';
import type { LoggedRecord, Me, ReadingMember, ReadingView } from '#lib/protocol/http.ts';
import { CLOSE } from '#lib/protocol/sync.ts';
import type { Client } from './client.ts';
import { type PostilServer, startServer } from './postil-server.ts';

/** People of the real server, stock y-websocket clients, and what HTTP says of it. */
let server: PostilServer;
let anna: Client;
let reading: ReadingView;

beforeAll(async () => {
  server = await startServer();
  anna = await server.member('Anna');
  [reading] = (await anna.get<ReadingView[]>('/api/readings')) as [ReadingView];
});

afterAll(async () => {
  await server.stop();
});

interface Connected {
  doc: Y.Doc;
  provider: WebsocketProvider;
  closed: Promise<number>;
}

async function connect(client: Client, token?: string): Promise<Connected> {
  const doc = new Y.Doc();
  class WithCookie extends WebSocket {
    constructor(url: string) {
      super(url, token === undefined ? { headers: { Cookie: client.cookieHeader } } : {});
    }
  }
  const provider = new WebsocketProvider(
    `${server.url.replace('http', 'ws')}/sync`,
    `${reading.id}/shared`,
    doc,
    {
      disableBc: true,
      WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
      ...(token === undefined ? {} : { params: { token } }),
    },
  );
  const closed = new Promise<number>((resolve) => {
    provider.on('connection-close', (event) => {
      provider.shouldConnect = false;
      resolve(event?.code ?? 0);
    });
  });
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
  return { doc, provider, closed };
}

async function firstWords(author: string, localId: string): Promise<Annotation> {
  const text = await (await anna.fetch(`/api/readings/${reading.id}/text`)).text();
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

const annotations = (client: Client): Promise<LoggedRecord[]> =>
  client.get(`/api/readings/${reading.id}/annotations`);

test('what a stock client wrote is in annotations, insight and members, and survives a restart', async () => {
  const me = await anna.get<Me>('/api/me');
  const { doc, provider } = await connect(anna);
  const annotation = await firstWords(me.id, 'annotation-1');
  const done: Assessment = {
    id: `${me.id}/assessment-1`,
    author: me.id,
    created: new Date().toISOString(),
    on: null,
    kind: 'done',
    revision: reading.revision,
    upTo: (await (await anna.fetch(`/api/readings/${reading.id}/text`)).text()).length,
  };
  doc.getMap('annotations').set(annotation.id, annotation);
  doc.getMap('assessments').set(done.id, done);
  await expect.poll(() => annotations(anna)).toHaveLength(2);
  const members = await anna.get<ReadingMember[]>(`/api/readings/${reading.id}/members`);
  expect(members).toEqual([{ id: me.id, name: 'Anna', role: 'annotator', here: true, done: true }]);
  provider.destroy();

  await server.restart();
  const logged = await annotations(anna);
  expect(logged).toContainEqual({
    map: 'annotations',
    place: 'shared',
    logged: expect.stringMatching(/^20.*Z$/),
    record: annotation,
  });
  const insight = await anna.get<Insight>(`/api/readings/${reading.id}/insight`);
  expect(insight).toMatchObject({ annotations: 1, members: 1, done: 1 });
});

test('who only looks on, without a state of presence, is not here', async () => {
  const { provider } = await connect(anna);
  const here = async (): Promise<boolean | undefined> =>
    (await anna.get<ReadingMember[]>(`/api/readings/${reading.id}/members`))[0]?.here;
  await expect.poll(here).toBe(true);
  provider.awareness.setLocalState(null);
  await expect.poll(here).toBe(false);
  provider.destroy();
});

test('a sync token opens the socket without a cookie; signing out everywhere closes both', async () => {
  const carl = await server.member('Carl');
  const { token } = await carl.send<{ token: string }>('POST', '/api/sync-token', {
    reading: reading.id,
    place: 'shared',
  });
  const [byCookie, byToken] = await Promise.all([connect(carl), connect(server.client(), token)]);
  await carl.send('POST', '/api/me/sign-out-everywhere');
  expect(await byCookie.closed).toBe(CLOSE.noSession);
  expect(await byToken.closed).toBe(CLOSE.noSession);
});

test('a restart closes sockets with 1012', async () => {
  const ben = await server.member('Ben');
  const { closed } = await connect(ben);
  await server.restart();
  expect(await closed).toBe(CLOSE.restarting);
});
