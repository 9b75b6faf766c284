import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import * as Y from 'yjs';
import { CLOSE } from '#lib/protocol/sync.ts';
import { annotationIn } from '#tests/integration/real-reading.ts';
import { updateOf } from '#tests/integration/sync-fixture.ts';
import {
  type Attacker,
  NOTHING,
  type Target,
  codesOf,
  leave,
  overwrites,
  pour,
  sockets,
  subscribed,
} from './target.ts';

/** One way to be a nuisance. Gives the codes that the server closed the attackers' sockets with. */
export interface Attack {
  /** How many people do it together. */
  people: number;
  run(target: Target): Promise<number[]>;
  /** What every one of those codes must be. */
  codes: readonly number[];
}

const MEGABYTE = 1_048_576;

/** The same bytes every time (Park and Miller's generator). */
function seededBytes(seed: number): (count: number) => Uint8Array {
  let state = seed;
  const next = (): number => (state = (state * 48_271) % 2_147_483_647);
  return (count) => Uint8Array.from({ length: count }, () => next() & 255);
}

async function eachSends(
  target: Target,
  frames: readonly (Uint8Array | string)[],
): Promise<number[]> {
  const attackers = await sockets(target, frames.length);
  attackers.forEach(({ raw }, index) => raw.socket.send(frames[index] ?? ''));
  return codesOf(attackers);
}

const random = seededBytes(20_260_201);
/** No message begins so. */
const garbage = Array.from({ length: 40 }, (_, index) =>
  Uint8Array.of(4 + (index % 90), ...random(1 + index * 7)),
);
/** The beginnings of messages, and then anything. */
const halfRight = [0, 1].flatMap((type) =>
  Array.from({ length: 20 }, (_, index) => Uint8Array.of(type, index % 4, 40, ...random(index))),
);

const TRUNCATED = [
  [],
  [0x80],
  [0],
  [0, 0x80],
  [0, 2],
  [0, 2, 0xff],
  [0, 2, 0xff, 0xff, 0xff, 0xff, 0x0f, 1],
  [0, 0, 3, 0xff, 0xff, 0xff],
  [1, 0xff],
  [1, 2, 0xff, 0xff],
  Array.from({ length: 100 }, () => 0xff),
  [0, 1, ...Array.from({ length: 100 }, () => 0x80)],
].map((bytes) => Uint8Array.from(bytes));

/** Auth and durable are the server's to send; the others are nobody's. */
const WRONG_KINDS = [[2, 0, 1, 65], [100, 7], [0, 3, 0], [0, 99, 0], [5], [101, 1]].map((bytes) =>
  Uint8Array.from(bytes),
);

/** Records that are none, each in an update of its own. */
function wrongRecords({ reading, people }: Target): Uint8Array[] {
  const good = annotationIn(reading, people[0]?.id ?? '', 'wrong');
  const values: unknown[] = [
    'words',
    7,
    null,
    [],
    {},
    { ...good, tag: 7 },
    { ...good, target: 'here' },
    { ...good, comment: { type: 'doc', content: [{ type: 'script' }] } },
    { ...good, extra: true },
    new Uint8Array(10),
    new Y.Map(),
    new Y.Text('words'),
    new Y.Doc(),
  ];
  return values.map((value) => {
    const doc = new Y.Doc();
    return updateOf(doc, () => doc.getMap('annotations').set(good.id, value));
  });
}

async function badRecords(target: Target): Promise<number[]> {
  const updates = wrongRecords(target);
  const attackers = await sockets(target, updates.length);
  attackers.forEach(({ raw }, index) => {
    raw.step2(NOTHING);
    raw.update(updates[index] ?? NOTHING);
  });
  return codesOf(attackers);
}

/** A whole one, many that only say how long they are, and one in pieces. */
async function hugeFrames(target: Target): Promise<number[]> {
  const attackers = await sockets(target, 42);
  const [whole, pieces, ...claimed] = attackers;
  whole?.raw.socket.send(new Uint8Array(100 * MEGABYTE));
  const header = Buffer.from([0x82, 0xff, 0, 0, 0, 0, 6, 0x40, 0, 0, 1, 2, 3, 4]);
  for (const { raw } of claimed) wireOf(raw).write(header);
  if (pieces !== undefined)
    await pour(pieces, 64, (socket) => socket.send(new Uint8Array(65_536), { fin: false }));
  return codesOf(attackers);
}

async function crumbs(target: Target): Promise<number[]> {
  const attackers = await sockets(target, 20);
  const crumb = Uint8Array.of(0);
  await Promise.all(
    attackers.map((one) => pour(one, 40_000, (socket) => socket.send(crumb, { fin: false }))),
  );
  return codesOf(attackers);
}

/** About 100 KB that build on what nobody has. */
function unmergeable({ reading }: Target, userId: string): Uint8Array {
  const doc = new Y.Doc();
  const put = (words: string): Uint8Array =>
    updateOf(doc, () => {
      for (const id of ['first', 'second']) {
        const record = annotationIn(reading, userId, id, words.repeat(50_000));
        doc.getMap('annotations').set(record.id, record);
      }
    });
  put('a');
  return put('b');
}

/** Half of them before their first step 2, where it is dropped without a word. */
async function buildOnNothing(target: Target): Promise<number[]> {
  const attackers = await sockets(target, 300);
  const late = attackers.filter((_, index) => index % 2 === 0);
  for (const { raw } of late) raw.step2(NOTHING);
  for (const { raw, userId } of attackers) raw.update(unmergeable(target, userId));
  const codes = await codesOf(late);
  leave(attackers);
  return codes;
}

async function largePresence(target: Target): Promise<number[]> {
  const attackers = await sockets(target, 20);
  attackers.forEach(({ raw }, index) =>
    raw.presence({ client: 1000 + index, clock: 1, state: { words: 'x'.repeat(1_000_000) } }),
  );
  return codesOf(attackers);
}

/** Fifty sockets, each with a client id of its own, all into one key. */
async function oneKey(target: Target): Promise<number[]> {
  const attackers = await sockets(target, 50);
  await Promise.all(
    attackers.map(async (one) => {
      const next = overwrites(target, one.userId, 10);
      one.raw.step2(NOTHING);
      await pour(one, 1500, () => one.raw.update(next()));
    }),
  );
  return codesOf(attackers);
}

async function wholeState(target: Target): Promise<number[]> {
  const attackers = await sockets(target, 40);
  await Promise.all(attackers.map((one) => pour(one, 1000, () => one.raw.step1())));
  return codesOf(attackers);
}

async function flood(target: Target): Promise<number[]> {
  const attackers = await sockets(target, 40);
  const query = Uint8Array.of(3);
  await Promise.all(attackers.map((one) => pour(one, 5000, (socket) => socket.send(query))));
  return codesOf(attackers);
}

/** Pings are answered by the WebSocket itself; these do not even read the answers. */
async function pings(target: Target): Promise<number[]> {
  const attackers = await sockets(target, 40);
  for (const { raw } of attackers) raw.socket.pause();
  const data = new Uint8Array(125);
  await Promise.all(attackers.map((one) => pour(one, 5000, (socket) => socket.ping(data))));
  for (const { raw } of attackers) raw.socket.resume();
  return codesOf(attackers);
}

/** Two write as much as they may, into places where twenty others listen and read nothing. */
async function neverRead(target: Target): Promise<number[]> {
  const [deaf, loud] = [await subscribed(target, 20), await sockets(target, 4)];
  for (const { raw } of deaf) raw.socket.pause();
  await Promise.all(
    loud.map(async (one) => {
      const next = overwrites(target, one.userId, 19_000);
      one.raw.step2(NOTHING);
      await pour(one, 240, () => one.raw.update(next()));
      await one.raw.until(() => one.raw.durable.includes(241));
    }),
  );
  for (const { raw } of deaf) raw.socket.resume();
  const codes = await codesOf(deaf);
  leave(loud);
  return codes;
}

async function strangers({ reading }: Target): Promise<number[]> {
  const nobody = { reading, people: [{ id: '', cookie: '' }] };
  return codesOf(await sockets(nobody, 300));
}

function wireOf(raw: Attacker['raw']): Socket {
  // oxlint-disable-next-line no-underscore-dangle -- `ws` has no public way to the network beneath
  return (raw.socket as unknown as { _socket: Socket })._socket;
}

/** Half a request, a request whose end never comes, and sockets that are shut on one side only. */
async function halfOpen(target: Target): Promise<number[]> {
  const { hostname, port } = new URL(target.reading.url);
  const silent = await Promise.all(
    Array.from({ length: 200 }, async () => {
      const socket = connect({ host: hostname, port: Number(port) });
      socket.on('error', () => undefined);
      await once(socket, 'connect');
      socket.write('GET /sync/x/shared HTTP/1.1\r\nHost: localhost\r\nUpgrade: webs');
      return socket;
    }),
  );
  const attackers = await sockets(target, 100);
  for (const { raw } of attackers) wireOf(raw).end();
  const codes = await codesOf(attackers);
  for (const socket of silent) socket.destroy();
  return codes;
}

/** By the name of what is done. */
export const ATTACKS: Readonly<Record<string, Attack>> = {
  garbage: { people: 1, run: (target) => eachSends(target, garbage), codes: [CLOSE.malformed] },
  'garbage behind a right beginning': {
    people: 1,
    run: (target) => eachSends(target, halfRight),
    codes: [CLOSE.malformed],
  },
  'truncated numbers': {
    people: 1,
    run: (target) => eachSends(target, TRUNCATED),
    codes: [CLOSE.malformed],
  },
  'text frames': {
    people: 1,
    run: (target) => eachSends(target, ['', 'hello', '{"type":0}', 'x'.repeat(100_000)]),
    codes: [CLOSE.malformed],
  },
  'wrong kinds of message': {
    people: 1,
    run: (target) => eachSends(target, WRONG_KINDS),
    codes: [CLOSE.malformed],
  },
  'records of wrong types': { people: 1, run: badRecords, codes: [CLOSE.refused] },
  'frames of 100 MB': { people: 1, run: hugeFrames, codes: [CLOSE.tooLarge] },
  'a message in 40,000 crumbs': { people: 1, run: crumbs, codes: [CLOSE.tooLarge] },
  '300 updates of 100 KB that build on nothing': {
    people: 6,
    run: buildOnNothing,
    codes: [CLOSE.refused],
  },
  'presence of 1 MB': { people: 4, run: largePresence, codes: [CLOSE.tooLarge] },
  'one key overwritten from 50 sockets': { people: 1, run: oneKey, codes: [CLOSE.tooMany] },
  'the whole state again and again': { people: 1, run: wholeState, codes: [CLOSE.tooMany] },
  'a flood of messages': { people: 1, run: flood, codes: [CLOSE.tooMany] },
  'a flood of pings, unread': { people: 1, run: pings, codes: [CLOSE.tooMany] },
  'readers that never read': { people: 5, run: neverRead, codes: [CLOSE.tryLater, 1006] },
  strangers: { people: 0, run: strangers, codes: [CLOSE.noSession] },
  'half-open sockets': { people: 2, run: halfOpen, codes: [1006] },
};
