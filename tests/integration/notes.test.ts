import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { edit } from '#server/sync/judge-notes/notes-editor.ts';
import { type RawNotes, rawNotes } from '#server/sync/judge-notes/notes-fixture.ts';
import {
  READING,
  RawClient,
  type RunOptions,
  type Running,
  type StockClient,
  newLogFile,
  removeLogFiles,
  startSync,
  stockClient,
  synced,
  until,
  updateOf,
} from './sync-fixture.ts';

const NOTES = { reading: READING, place: 'notes' };

const endings: (() => Promise<void> | void)[] = [];
let server: Running;

async function start(options: RunOptions = {}): Promise<Running> {
  const started = await startSync(options);
  endings.push(started.stop);
  return started;
}

beforeEach(async () => {
  server = await start();
});
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});
afterAll(removeLogFiles);

const notesIn = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('notes');
const textIn = (doc: Y.Doc): string => notesIn(doc).toJSON();

function at(user: string, place = 'notes'): StockClient {
  const client = stockClient(server.url, user, { room: `${READING}/${place}` });
  endings.push(client.end);
  return client;
}

async function enter(user: string): Promise<StockClient> {
  const client = at(user);
  await synced(client);
  return client;
}

/** Writes at the end of what stands. */
function type({ doc }: { doc: Y.Doc }, words: string): void {
  edit(notesIn(doc), [1, 1], (c) => c.insertContent({ type: 'text', text: words }));
}

async function raw(user: string, of = server): Promise<RawClient> {
  const client = new RawClient(`${of.url}/${READING}/notes?token=${user}&durable=1`);
  endings.push(() => client.socket.terminate());
  await client.opened;
  client.step1();
  await client.until(() => client.updates.length > 0);
  client.step2(Y.encodeStateAsUpdate(new Y.Doc()));
  await client.until(() => client.durable.includes(1));
  return client;
}

/** What a client that begins with nothing is shown. */
function shownTo({ updates }: RawClient): string {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return textIn(doc);
}

/** Sends updates one by one, each when the one before is in the log. */
async function send(client: RawClient, updates: readonly Uint8Array[]): Promise<void> {
  for (const update of updates) {
    const before = client.durable.at(-1) ?? 0;
    client.update(update);
    await client.until(() => (client.durable.at(-1) ?? 0) > before);
  }
}

/** What an editor sends for some work, one update each: typing, formatting, splitting, deleting. */
function work(doc: Y.Doc): Uint8Array[] {
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  type({ doc }, 'The harvest failed, and secretly.');
  edit(notesIn(doc), [0.1, 0.4], (c) => c.toggleBold());
  edit(notesIn(doc), [0.5, 0.5], (c) => c.splitBlock());
  edit(notesIn(doc), [0.7, 0.95], (c) => c.deleteSelection());
  edit(notesIn(doc), [1, 1], (c) => c.toggleBulletList());
  edit(notesIn(doc), [0, 0.2], (c) => c.setLink({ href: 'https://example.org' }));
  return updates;
}

const refusalOf = ({ refusals }: StockClient): unknown => JSON.parse(refusals[0] ?? 'null');

describe('notes', () => {
  it('[N2] [N6] [D11] what two editors write at once, both see, and alike', async () => {
    const [ann, ben] = [await enter('ann'), await enter('ben')];
    type(ann, 'Ann was here. ');
    type(ben, 'So was Ben. ');
    const both = (doc: Y.Doc): boolean => /Ann/.test(textIn(doc)) && /Ben/.test(textIn(doc));
    await Promise.all([until(ann.doc, () => both(ann.doc)), until(ben.doc, () => both(ben.doc))]);
    edit(notesIn(ann.doc), [0, 0.5], (c) => c.toggleBold());
    edit(notesIn(ben.doc), [0.2, 0.8], (c) => c.toggleItalic());
    edit(notesIn(ann.doc), [0, 0], (c) => c.toggleHeading({ level: 2 }));
    type(ben, 'The end.');
    const done = (doc: Y.Doc): boolean => /<heading.*The end\./.test(textIn(doc));
    await Promise.all([until(ann.doc, () => done(ann.doc)), until(ben.doc, () => done(ben.doc))]);
    await expect.poll(() => textIn(ann.doc)).toBe(textIn(ben.doc));
    await expect.poll(async () => shownTo(await raw('ina'))).toBe(textIn(ann.doc));
  });

  it('[V2] [P1] an observer reads along; what they write is refused in words', async () => {
    const [ann, obe] = [await enter('ann'), await enter('obe')];
    type(ann, 'For all.');
    await until(obe.doc, () => /For all/.test(textIn(obe.doc)));
    type(obe, 'Not by me.');
    expect(await obe.closed).toBe(4403);
    expect(refusalOf(obe)).toMatchObject({ rule: 'P1', title: expect.stringMatching(/observer/) });
    expect(textIn(ann.doc)).not.toMatch(/Not by me/);
  });

  it('[V2] a closed reading takes nothing into its notes, not of an instructor either', async () => {
    await send(await raw('ann'), work(new Y.Doc()));
    server.access.enter('closed', 0);
    const ina = await enter('ina');
    type(ina, 'Too late.');
    expect(await ina.closed).toBe(4403);
    expect(refusalOf(ina)).toMatchObject({ rule: 'P1', title: expect.stringMatching(/closed/) });
    expect((await server.log.read(NOTES, 0)).entries).toHaveLength(6);
  });

  it('[S4] [V4] for whom the reading is blind, no byte of the notes; instructors write on', async () => {
    const ina = await enter('ina');
    type(ina, 'Nobody shall see this yet.');
    server.access.enter('blind', 1);
    const blind = new RawClient(`${server.url}/${READING}/notes?token=ann`);
    expect(await blind.closed).toBe(4409);
    expect(blind.updates).toEqual([]);
    expect(blind.messages).toBe(blind.refusals.length);
    type(await enter('ina'), 'Neither this.');
    await expect.poll(async () => (await server.log.read(NOTES, 0)).head).toBe(2);
    await server.sync.reveal(READING, 'ann', 1);
    expect(textIn((await enter('ann')).doc)).toMatch(/Neither this/);
  });

  it('[N3] [J14] [N9] forged bytes are refused, and nobody sees them', async () => {
    const doc = new Y.Doc();
    const ann = await raw('ann');
    await send(ann, work(doc));
    const ben = await enter('ben');
    const before = textIn(ben.doc);
    const link = [
      { kind: 7, name: 'paragraph' },
      { kind: 7, type: 6, parent: [777, 0] as const },
      { kind: 6, mark: 'link', json: '{"href":"javascript:alert(1)"}', parent: [777, 1] as const },
      { kind: 4, text: 'click', origin: [777, 2] as const },
    ];
    const script = [{ kind: 7, name: 'script' }];
    const stolen = Y.encodeStateVector(doc);
    const clock = Y.decodeStateVector(stolen).get(doc.clientID) ?? 0;
    const forgeries: [string, RawNotes['blocks']][] = [
      ['N4', [{ client: 777, clock: 0, structs: link }]],
      ['N3', [{ client: 777, clock: 0, structs: script }]],
      ['J14', [{ client: doc.clientID, clock, structs: [{ kind: 7, name: 'paragraph' }] }]],
      ['N1', [{ client: 777, clock: 0, structs: [{ kind: 7, name: 'paragraph', parent: 'x' }] }]],
    ];
    for (const [rule, blocks = []] of forgeries) {
      const obe = await raw('ina');
      obe.update(rawNotes({ blocks }));
      expect(await obe.closed, rule).toBe(4403);
      expect(obe.refusals[0]).toMatchObject({ rule, title: expect.stringMatching(/\w+ \w+/) });
    }
    const cut = await raw('ina');
    cut.update(rawNotes({ trailing: [1] }));
    expect(await cut.closed).toBe(4400);
    expect(textIn(ben.doc)).toBe(before);
    expect((await server.log.read(NOTES, 0)).head).toBe(6);
  });

  it('[J14] [W2] an id that is only shown in the notes is kept for who showed it', async () => {
    const ann = await raw('ann');
    ann.presence({ client: 4242, clock: 1, state: { cursor: null } });
    await send(ann, [rawNotes({ blocks: [{ client: 4243, clock: 0, structs: [{ kind: 7 }] }] })]);
    const ben = await raw('ben');
    ben.update(rawNotes({ blocks: [{ client: 4242, clock: 0, structs: [{ kind: 7 }] }] }));
    expect(await ben.closed).toBe(4403);
    expect(ben.refusals[0]).toMatchObject({ rule: 'J14' });
  });

  it('[L2] [L3] the limits of a place hold in the notes', async () => {
    server = await start({ limits: { placeBytes: 1000, clientIdsPerMember: 2 } });
    const full = await raw('ann');
    const doc = new Y.Doc();
    full.update(updateOf(doc, () => type({ doc }, 'x'.repeat(2000))));
    expect(await full.closed).toBe(4403);
    expect(full.refusals[0]).toMatchObject({ rule: 'L2' });
    const ben = await raw('ben');
    const paragraph = (client: number): Uint8Array =>
      rawNotes({ blocks: [{ client, clock: 0, structs: [{ kind: 7 }] }] });
    await send(ben, [paragraph(1), paragraph(2)]);
    ben.update(paragraph(3));
    expect(await ben.closed).toBe(4403);
    expect(ben.refusals[0]).toMatchObject({ rule: 'L3' });
  });

  it('[N9] what a reader’s client tidies up is neither logged nor refused', async () => {
    const doc = new Y.Doc();
    await send(await raw('ann'), work(doc));
    const obe = await raw('obe');
    const bold = [...doc.store.clients.values()]
      .flat()
      .find((struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentFormat);
    if (bold === undefined) throw new Error('nothing is formatted');
    const { client, clock } = bold.id;
    obe.update(rawNotes({ deletes: [{ client, ranges: [[clock, 1]] }] }));
    await obe.until(() => obe.durable.includes(2));
    expect((await server.log.read(NOTES, 0)).head).toBe(6);
  });
});

describe('notes and their log', () => {
  async function written(file: string, compactAfter: number | null = null): Promise<string> {
    const first = await startSync({ file });
    const doc = new Y.Doc();
    const updates = work(doc);
    const ann = await raw('ann', first);
    await send(ann, updates.slice(0, compactAfter ?? updates.length));
    if (compactAfter !== null) await first.log.compact(NOTES);
    await send(ann, updates.slice(compactAfter ?? updates.length));
    ann.socket.terminate();
    await first.stop();
    return textIn(doc);
  }

  it('[D5] [D9] [K1] who joins after a restart sees what was acknowledged, from the log', async () => {
    const file = newLogFile();
    const text = await written(file);
    server = await start({ file });
    expect((await server.log.load(NOTES)).snapshot).toBe(null);
    expect(shownTo(await raw('ben'))).toBe(text);
  });

  it('[K1] [K4] the same from snapshot and tail, without what was deleted before; and work goes on', async () => {
    const file = newLogFile();
    const text = await written(file, 4);
    server = await start({ file });
    const { entries, snapshot } = await server.log.load(NOTES);
    expect([snapshot?.seq, entries.map(({ seq }) => seq)]).toEqual([4, [5, 6]]);
    expect(Buffer.from(snapshot?.bytes ?? []).includes('secretly')).toBe(false);
    expect(shownTo(await raw('ben'))).toBe(text);
    const ann = await enter('ann');
    type(ann, ' And on.');
    await expect.poll(async () => shownTo(await raw('ben'))).toBe(textIn(ann.doc));
    await server.log.compact(NOTES);
    expect((await server.log.load(NOTES)).snapshot?.seq).toBe(7);
  });

  it('[K2] the same where the snapshot is torn, and the next compaction begins at the whole log', async () => {
    const file = newLogFile();
    const text = await written(file);
    server = await start({ file });
    await server.log.keepSnapshot(NOTES, { seq: 3, bytes: Uint8Array.of(1, 2, 3, 4, 5, 6, 7) });
    expect(shownTo(await raw('ben'))).toBe(text);
    await server.log.compact(NOTES);
    const { entries, snapshot } = await server.log.load(NOTES);
    expect([snapshot?.seq, entries]).toEqual([6, []]);
  });

  it('[D12] [K3] who has something gets what they lack, deletions too', async () => {
    const doc = new Y.Doc();
    const [first, ...more] = work(doc);
    const ann = await raw('ann');
    await send(ann, first === undefined ? [] : [first]);
    const behind = new Y.Doc();
    Y.applyUpdate(behind, first ?? new Uint8Array());
    await send(ann, more);
    const ben = new RawClient(`${server.url}/${READING}/notes?token=ben`);
    endings.push(() => ben.socket.terminate());
    await ben.opened;
    ben.step1(behind);
    await ben.until(() => ben.updates.length > 0);
    for (const update of ben.updates) Y.applyUpdate(behind, update);
    expect(textIn(behind)).toBe(textIn(doc));
    expect(Buffer.concat(ben.updates).includes('The harvest')).toBe(false);
  });

  it('[D7] what another process appended is shown, and what waits is judged again', async () => {
    const file = newLogFile();
    server = await start({ file });
    const other = await start({ file });
    const ann = await enter('ann');
    type(ann, 'From here. ');
    await expect.poll(async () => (await server.log.read(NOTES, 0)).head).toBe(1);
    const ben = stockClient(other.url, 'ben', { room: `${READING}/notes` });
    endings.push(ben.end);
    await synced(ben);
    type(ann, 'More. ');
    type(ben, 'From there. ');
    await expect.poll(async () => (await server.log.read(NOTES, 0)).head).toBe(3);
    type(ann, 'Once more. ');
    type(ben, 'And again. ');
    await until(ann.doc, () => /From there/.test(textIn(ann.doc)));
    await until(ben.doc, () => /More/.test(textIn(ben.doc)));
    await expect.poll(async () => (await server.log.read(NOTES, 0)).head).toBe(5);
    const fresh = await start({ file });
    const text = shownTo(await raw('ina', fresh));
    for (const words of ['From here', 'More', 'Once more', 'From there', 'And again'])
      expect(text).toContain(words);
  });

  it('[J14] [D6] a log in which two processes gave one client id to two people still loads', async () => {
    const append = async (place: string, user: string, update: Uint8Array): Promise<void> => {
      const entries = [{ user, update }];
      await server.log.append([{ reading: READING, place, head: 0, epoch: 0, entries }]);
    };
    const paragraph = rawNotes({ blocks: [{ client: 7, clock: 0, structs: [{ kind: 7 }] }] });
    const records = new Y.Doc();
    records.clientID = 7;
    await append(
      'private/ben',
      'ben',
      updateOf(records, () => records.getMap('annotations').set('ben/b000000001', {})),
    );
    await append('notes', 'ann', paragraph);
    expect(shownTo(await raw('ann'))).toBe('<paragraph></paragraph>');
  });

  it('[H1] [O1] notes have no records, no history of records, and count as none', async () => {
    await send(await raw('ann'), work(new Y.Doc()));
    expect(await server.sync.records(READING, 'notes')).toEqual([]);
    expect(await server.log.history(NOTES, 0, 10)).toEqual([]);
  });
});
