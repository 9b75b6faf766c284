import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as Y from 'yjs';
import { createPlaceLogEngine } from '#server/store/sqlite/place-log-engine.ts';
import { SqliteDatabase } from '#server/store/sqlite/sqlite-database.ts';
import {
  READING,
  RawClient,
  type StockClient,
  annotation,
  put,
  stockClient,
  synced,
  until,
  updateOf,
} from './sync-fixture.ts';

/** A server that is killed again and again while somebody writes and somebody watches. */
const SHARED = { reading: READING, place: 'shared' };
const NOTHING = Y.encodeStateAsUpdate(new Y.Doc());
/** Writes on their way that the server has not called durable. */
const UNDER_WAY = 150;
const MOST_SEEN = 100;
/** Records of a burst that share a message. */
const AT_ONCE = 100;

export interface Crashes {
  /** One life of the server: throws when something that was observed or acknowledged is not in the log after it. */
  round(): Promise<void>;
  /** `records` records at once, and the end as soon as the last is acknowledged. */
  burst(records: number): Promise<void>;
  /** How many observed and acknowledged records were looked for. */
  checked(): { observed: number; acknowledged: number; edits: number };
  end(): Promise<void>;
}

/** `random`: from 0 to 1. */
export async function createCrashes(file: string, random: () => number): Promise<Crashes> {
  const log = createPlaceLogEngine(new SqliteDatabase(file));
  const stored = new Y.Doc();
  let seq = 0;
  let port = 0;
  let child: ChildProcess | null = null;
  let watcher: StockClient | null = null;
  let round = 0;
  const counts = { observed: 0, acknowledged: 0, edits: 0 };

  const start = async (): Promise<string> => {
    const script = fileURLToPath(new URL('./sync-child.ts', import.meta.url));
    child = spawn(process.execPath, [script, file, String(port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (child.stdout === null) throw new Error('no output');
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    port = Number(line);
    return `ws://127.0.0.1:${port}/sync`;
  };
  const kill = async (): Promise<void> => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  };
  const takeInLog = (): void => {
    const { entries, head } = log.read(SHARED, seq);
    stored.transact(() => {
      for (const { update } of entries) Y.applyUpdate(stored, update);
    });
    seq = head;
  };

  /** Everything in `claimed` is in the log, in this version or a later one. */
  const verify = (claimed: ReadonlyMap<string, number>, by: string): void => {
    for (const [key, version] of claimed) {
      const found = versionOf(stored, key);
      if (found < version)
        throw new Error(`${by} ${key} in version ${version}; the log has ${found}`);
      if (version > 1) counts.edits += 1;
    }
  };

  /** One life of the server. */
  const live = async (act: (writer: Writer, doc: Y.Doc) => Promise<void>): Promise<void> => {
    const url = await start();
    watcher ??= stockClient(url, 'ben');
    watcher.provider.connect();
    const writer = await createWriter(url, (round += 1));
    await synced(watcher);
    await act(writer, watcher.doc);
    await kill();
    writer.end();
    watcher.provider.disconnect();
    takeInLog();
    const observed = versionsIn(watcher.doc);
    const acknowledged = writer.acknowledged();
    verify(observed, 'the watcher saw');
    verify(acknowledged, 'the server acknowledged');
    counts.observed = observed.size;
    counts.acknowledged += acknowledged.size;
  };

  return {
    round: () =>
      live(async (writer, doc) => {
        const goal = doc.getMap('annotations').size + Math.ceil(random() * MOST_SEEN);
        const seen = until(doc, () => doc.getMap('annotations').size >= goal);
        await writer.writeUntil(seen, random);
      }),
    burst: (records) =>
      live(async (writer) => {
        for (let sent = 0; sent < records; sent += AT_ONCE) writer.send(AT_ONCE);
        await writer.allAcknowledged();
      }),
    checked: () => ({ ...counts }),
    async end() {
      watcher?.end();
      await kill();
      log.close();
    },
  };
}

interface Writer {
  /** New records in one message. */
  send(records: number): void;
  /** Goes on adding and editing, a message each, until `over`. */
  writeUntil(over: Promise<void>, random: () => number): Promise<void>;
  allAcknowledged(): Promise<void>;
  /** By key the version that message 100 told of. */
  acknowledged(): Map<string, number>;
  end(): void;
}

/** A client of `ann` that counts what it is told of. */
async function createWriter(url: string, round: number): Promise<Writer> {
  const client = new RawClient(`${url}/${READING}/shared?token=ann&durable=1`);
  await client.opened;
  const doc = new Y.Doc();
  /** What each message wrote, the step 2 first. */
  const sent: [key: string, version: number][][] = [[]];
  const keys: string[] = [];
  client.step1();
  client.step2(NOTHING);

  const done = (): number => client.durable.at(-1) ?? 0;
  const send = (write: () => [string, number][]): void => {
    let wrote: [string, number][] = [];
    client.update(updateOf(doc, () => (wrote = write())));
    sent.push(wrote);
  };
  const version = (key: string, of: number): [string, number] => {
    put(doc, annotation('ann', key, { labels: [String(of)] }));
    return [`ann/${key}`, of];
  };
  const add = (): [string, number] => {
    const key = `r${round}-${String(keys.length).padStart(8, '0')}`;
    keys.push(key);
    return version(key, 1);
  };
  const edit = (at: number): [string, number] => {
    const key = keys[at] ?? '';
    return version(key, versionOf(doc, `ann/${key}`) + 1);
  };
  return {
    send: (records) => send(() => Array.from({ length: records }, add)),
    async writeUntil(over, random) {
      const ended = new AbortController();
      void over.then(() => ended.abort());
      while (!ended.signal.aborted) {
        const editing = keys.length > 0 && random() < 0.2;
        send(() => [editing ? edit(Math.floor(random() * keys.length)) : add()]);
        if (sent.length - done() > UNDER_WAY)
          await Promise.race([over, client.until(() => sent.length - done() <= UNDER_WAY / 2)]);
        else await new Promise((resolve) => setImmediate(resolve));
      }
    },
    allAcknowledged: () => client.until(() => done() === sent.length),
    acknowledged: () => new Map(sent.slice(0, done()).flat()),
    end: () => client.socket.terminate(),
  };
}

function versionOf(doc: Y.Doc, key: string): number {
  const record = doc.getMap<{ labels: string[] }>('annotations').get(key);
  return Number(record?.labels[0] ?? 0);
}

function versionsIn(doc: Y.Doc): Map<string, number> {
  const keys = [...doc.getMap('annotations').keys()];
  return new Map(keys.map((key) => [key, versionOf(doc, key)]));
}
