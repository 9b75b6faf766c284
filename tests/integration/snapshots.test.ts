import { afterAll, afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  READING,
  RawClient,
  type Running,
  annotation,
  newLogFile,
  put,
  removeLogFiles,
  startSync,
  updateOf,
} from './sync-fixture.ts';

const SHARED = { reading: READING, place: 'shared' };
const NOTHING = Y.encodeStateAsUpdate(new Y.Doc());

const endings: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});
afterAll(removeLogFiles);

/** A client that has asked for what is there, and everything it was sent. */
async function join(server: Running, user: string): Promise<RawClient> {
  const client = new RawClient(`${server.url}/${READING}/shared?token=${user}&durable=1`);
  endings.push(() => client.socket.terminate());
  await client.opened;
  client.step1();
  await client.until(() => client.updates.length > 0);
  client.step2(NOTHING);
  await client.until(() => client.durable.length > 0);
  return client;
}

async function write(client: RawClient, doc: Y.Doc, change: () => void): Promise<void> {
  const before = client.durable.at(-1) ?? 0;
  client.update(updateOf(doc, change));
  await client.until(() => (client.durable.at(-1) ?? 0) > before);
}

function docOf({ updates }: RawClient): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

async function filled(file: string): Promise<Y.Doc> {
  const server = await startSync({ file });
  const doc = new Y.Doc();
  const ann = await join(server, 'ann');
  await write(ann, doc, () => {
    for (let at = 0; at < 60; at += 1)
      put(doc, annotation('ann', `a${String(at).padStart(9, '0')}`));
  });
  const edit = annotation('ann', 'a000000007', { tag: 'opinion' });
  await write(ann, doc, () => put(doc, edit));
  await server.log.compact(SHARED);
  await write(ann, doc, () => doc.getMap('annotations').delete('ann/a000000003'));
  ann.socket.terminate();
  await server.stop();
  return doc;
}

describe('snapshots', () => {
  it('[K1] a place loaded from snapshot and tail shows the same records and times', async () => {
    const file = newLogFile();
    const doc = await filled(file);
    const server = await startSync({ file });
    endings.push(server.stop);
    const { snapshot, entries } = await server.log.load(SHARED);
    expect([snapshot?.seq, entries.map(({ seq }) => seq)]).toEqual([2, [3]]);
    const ben = await join(server, 'ben');
    expect(docOf(ben).getMap('annotations').toJSON()).toEqual(doc.getMap('annotations').toJSON());
    const [first, second] = (await server.log.read(SHARED, 0)).entries;
    const times = new Map(
      (await server.sync.records(READING, 'shared')).map(({ record, logged }) => [
        record.id,
        Date.parse(logged),
      ]),
    );
    expect(times.size).toBe(59);
    expect(times.get('ann/a000000001')).toBe(first?.at);
    expect(times.get('ann/a000000007')).toBe(second?.at);
  });

  it('[K2] a torn snapshot is passed over: the whole log serves, and nothing is lost', async () => {
    const file = newLogFile();
    const doc = await filled(file);
    const server = await startSync({
      file,
      wrap: (log) => ({
        ...log,
        async load(place, upTo) {
          const stored = await log.load(place, upTo);
          const bytes = stored.snapshot?.bytes.subarray(0, -10) ?? Uint8Array.of();
          return { ...stored, snapshot: stored.snapshot && { ...stored.snapshot, bytes } };
        },
      }),
    });
    endings.push(server.stop);
    const ben = await join(server, 'ben');
    expect(docOf(ben).getMap('annotations').toJSON()).toEqual(doc.getMap('annotations').toJSON());
  });

  it('[K3] who joins after additions gets the kept state and what came since, and nothing deleted', async () => {
    const file = newLogFile();
    const doc = await filled(file);
    const server = await startSync({ file });
    endings.push(server.stop);
    const ann = await join(server, 'ann');
    await write(ann, doc, () => put(doc, annotation('ann', 'later00001')));
    const ben = await join(server, 'ben');
    expect(ben.updates).toHaveLength(2);
    expect(docOf(ben).getMap('annotations').toJSON()).toEqual(doc.getMap('annotations').toJSON());
    const secret = annotation('ann', 'secret0001', { labels: ['taken back soon'] });
    await write(ann, doc, () => put(doc, secret));
    await write(ann, doc, () => doc.getMap('annotations').delete('ann/secret0001'));
    const ina = await join(server, 'ina');
    expect(docOf(ina).getMap('annotations').toJSON()).toEqual(doc.getMap('annotations').toJSON());
    for (const update of ina.updates)
      expect(Buffer.from(update).includes('taken back soon')).toBe(false);
  });

  it('[K4] a place is compacted when the server stops', async () => {
    const file = newLogFile();
    const server = await startSync({ file });
    const ann = await join(server, 'ann');
    const doc = new Y.Doc();
    for (let at = 0; at < 60; at += 1)
      await write(ann, doc, () => put(doc, annotation('ann', `b${String(at).padStart(9, '0')}`)));
    await server.stop();
    const again = await startSync({ file });
    endings.push(again.stop);
    expect((await again.log.load(SHARED)).snapshot?.seq).toBe(60);
  });
});
