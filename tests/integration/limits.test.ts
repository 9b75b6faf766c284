import { afterAll, afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { CLOSE } from '#lib/protocol/sync.ts';
import { type RawWire, rawWire } from './raw-wire.ts';
import {
  READING,
  RawClient,
  type RunOptions,
  type Running,
  annotation,
  put,
  removeLogFiles,
  startSync,
  stockClient,
  synced,
  untilPresence,
} from './sync-fixture.ts';

/** Limits that only a client made by hand ever meets. */
const endings: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});
afterAll(removeLogFiles);

async function start(options: RunOptions = {}): Promise<Running> {
  const server = await startSync(options);
  endings.push(server.stop);
  return server;
}

const addressOf = (server: Running, user: string): string =>
  `${server.url}/${READING}/shared?token=${user}&durable=1`;

async function raw(server: Running, user: string): Promise<RawClient> {
  const client = new RawClient(addressOf(server, user));
  endings.push(() => client.socket.terminate());
  await client.opened;
  return client;
}

async function wire(server: Running, user: string): Promise<RawWire> {
  const one = await rawWire(addressOf(server, user));
  endings.push(() => void one.socket.destroy());
  return one;
}

/** Ten records, of which Ann sends all and others know the first six: what they ask for is some 60 KB. */
async function filledPlace(server: Running): Promise<Y.Doc> {
  const ann = await raw(server, 'ann');
  const [doc, known] = [new Y.Doc(), new Y.Doc()];
  const text = { type: 'text' as const, text: 'x'.repeat(15_000) };
  const comment = {
    type: 'doc' as const,
    content: [{ type: 'paragraph' as const, content: [text] }],
  };
  for (let count = 0; count < 10; count += 1) {
    put(doc, annotation('ann', `a00000000${count}`, { comment }));
    if (count === 5) Y.applyUpdate(known, Y.encodeStateAsUpdate(doc));
  }
  ann.step2(Y.encodeStateAsUpdate(doc));
  await ann.until(() => ann.durable.includes(1));
  return known;
}

describe('answers', () => {
  it('[Q4] while 4 MiB of earlier ones are unread, the next is refused with 4529', async () => {
    const server = await start({ limits: { messagesPerSecond: 1000 } });
    const known = await filledPlace(server);
    const ina = stockClient(server.url, 'ina');
    endings.push(ina.end);
    await synced(ina);
    const ben = await raw(server, 'ben');
    ben.presence({ client: 7, clock: 1, state: { cursor: null } });
    await untilPresence(ina, (states) => states.has(7));
    ben.socket.pause();
    // Far more than the network between the two holds.
    for (let asked = 0; asked < 500; asked += 1) ben.step1(known);
    await untilPresence(ina, (states) => !states.has(7));
    ben.socket.resume();
    expect(await ben.closed).toBe(CLOSE.tooMany);
    expect(ben.refusals).toMatchObject([{ rule: 'Q4' }]);
  });

  it('[Q4] who reads them gets as many', async () => {
    const server = await start({ limits: { messagesPerSecond: 1000 } });
    const known = await filledPlace(server);
    const ben = await raw(server, 'ben');
    for (let asked = 1; asked <= 100; asked += 1) {
      ben.step1(known);
      await ben.until(() => ben.updates.length >= asked);
    }
    expect(ben.updates.reduce((sum, { length }) => sum + length, 0)).toBeGreaterThan(5_000_000);
    expect(ben.socket.readyState).toBe(ben.socket.OPEN);
  });
});

describe('counted over all connections of a user', () => {
  it('[Q1] five times what one may send, and no one of them sent too much', async () => {
    const server = await start({ limits: { messagesPerSecond: 2 } });
    const sockets = await Promise.all(Array.from({ length: 6 }, () => raw(server, 'ann')));
    for (const { socket } of sockets) for (let sent = 0; sent < 19; sent += 1) socket.ping();
    expect(await Promise.race(sockets.map(({ closed }) => closed))).toBe(CLOSE.tooMany);
    const refused = sockets.flatMap(({ refusals }) => refusals);
    expect(refused[0]).toMatchObject({ rule: 'Q1' });
    const ben = await raw(server, 'ben');
    ben.step1();
    await ben.until(() => ben.messages > 0);
  });

  it('[Q1] up to that nobody is closed', async () => {
    const server = await start({ limits: { messagesPerSecond: 2 } });
    const sockets = await Promise.all(Array.from({ length: 5 }, () => raw(server, 'ann')));
    let answered = 0;
    await new Promise<void>((resolve) => {
      for (const { socket } of sockets) {
        socket.on('pong', () => {
          answered += 1;
          if (answered === 95) resolve();
        });
        for (let sent = 0; sent < 19; sent += 1) socket.ping();
      }
    });
    expect(sockets.map(({ socket }) => socket.readyState)).toEqual(sockets.map(() => 1));
  });
});

/** No message at all, so that the server closes. */
const GARBAGE = Uint8Array.of(9);

describe('who was told to go', () => {
  it('[Q10] and sends on is cut after 4 MiB', async () => {
    const server = await start({ timing: { goodbye: 3_600_000 } });
    const ann = await wire(server, 'ann');
    await ann.send(GARBAGE);
    const late = new Uint8Array(1_000_000);
    for (let sent = 0; sent < 5; sent += 1) await ann.send(late);
    await ann.cut;
    await expect.poll(() => server.sync.load().sockets).toBe(0);
  });

  it('[Q10] and does not answer the close is cut after a while', async () => {
    const server = await start({ timing: { goodbye: 50 } });
    const ann = await wire(server, 'ann');
    await ann.send(GARBAGE);
    await ann.cut;
    await expect.poll(() => server.sync.load().sockets).toBe(0);
  });
});

describe('half-open sockets', () => {
  it('[Q8] whose other side is there and says nothing are cut, the others stay', async () => {
    const server = await start({ timing: { ping: 50 } });
    const ben = stockClient(server.url, 'ben');
    endings.push(ben.end);
    await synced(ben);
    const dead = await Promise.all(Array.from({ length: 5 }, () => wire(server, 'ann')));
    await Promise.all(dead.map(({ cut }) => cut));
    await expect.poll(() => server.sync.load().sockets).toBe(1);
    expect(ben.provider.wsconnected).toBe(true);
  });

  it('[Q8] [Q11] a socket that is not read from is not taken for dead', async () => {
    const server = await start({ timing: { ping: 50 }, limits: { bytesPerSecond: 20_000 } });
    const ann = await raw(server, 'ann');
    const nothing = Y.encodeStateAsUpdate(new Y.Doc());
    const words = new Y.Doc();
    const text = { type: 'text' as const, text: 'x'.repeat(30_000) };
    const comment = {
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [text] }],
    };
    put(words, annotation('ann', 'a000000001', { comment }));
    ann.step2(Y.encodeStateAsUpdate(words));
    ann.step2(nothing);
    await ann.until(() => ann.durable.includes(2));
    expect(ann.socket.readyState).toBe(ann.socket.OPEN);
  });
});
