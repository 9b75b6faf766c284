import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { HistoryEvent, Me, ReadingView } from '#lib/protocol/http.ts';
import type { Client } from './client.ts';
import { type PostilServer, settingsOnly, startServer } from './postil-server.ts';
import { RawClient, updateOf } from './sync-fixture.ts';

/** What is kept of a reading: its history, backups, and what is erased. */
let server: PostilServer;
let owner: Client;
let anna: Client;
let me: Me;
let path: string;
let reading: ReadingView;

beforeAll(async () => {
  server = await startServer();
  owner = await server.owner();
  anna = await server.member('Anna');
  me = await anna.get<Me>('/api/me');
  reading = (await anna.get<ReadingView[]>('/api/readings'))[0]!;
  path = `/api/readings/${reading.id}/history`;
  await writeAndDelete();
});
afterAll(async () => {
  await server.stop();
});

function command(name: string, ...args: string[]) {
  return commandIn(server.dataDir, name, ...args);
}

function commandIn(dataDir: string, name: string, ...args: string[]) {
  return spawnSync(process.execPath, [`server/${name}.ts`, ...args], {
    cwd: dirname(dirname(import.meta.dirname)),
    env: settingsOnly({ DATA_DIR: dataDir }),
    encoding: 'utf8',
  });
}

async function writeAndDelete(): Promise<void> {
  const text = await (await anna.fetch(`/api/readings/${reading.id}/text`)).text();
  const address = `${server.url.replace('http', 'ws')}/sync/${reading.id}/shared?durable=1`;
  const client = new RawClient(address, { headers: { Cookie: anna.cookieHeader } });
  await client.opened;
  const doc = new Y.Doc();
  client.step1();
  client.step2(Y.encodeStateAsUpdate(doc));
  const id = `${me.id}/a000000001`;
  const annotation = {
    id,
    author: me.id,
    created: new Date().toISOString(),
    target: {
      revision: reading.revision,
      start: 0,
      end: 3,
      exact: text.slice(0, 3),
      prefix: '',
      suffix: text.slice(3, 35),
    },
    tag: 'fact',
    comment: null,
  };
  client.update(updateOf(doc, () => doc.getMap('annotations').set(id, annotation)));
  client.update(updateOf(doc, () => doc.getMap('annotations').delete(id)));
  await client.until(() => client.durable.at(-1) === 3);
  expect(client.socket.readyState).toBe(WebSocket.OPEN);
  client.socket.terminate();
}

test('[H1] instructors see who did what when, by pages; nobody else does', async () => {
  const events = await owner.get<HistoryEvent[]>(path);
  expect(events.map(({ what, user, key }) => [what, user, key])).toEqual([
    ['added', me.id, `${me.id}/a000000001`],
    ['deleted', me.id, `${me.id}/a000000001`],
  ]);
  expect(events[0]).toMatchObject({ place: 'shared', map: 'annotations', record: { tag: 'fact' } });
  const [first] = await owner.get<HistoryEvent[]>(`${path}?limit=1`);
  expect(first?.what).toBe('added');
  const next = await owner.get<HistoryEvent[]>(`${path}?after=${first?.seq}`);
  expect(next.map(({ what }) => what)).toEqual(['deleted']);
  expect((await anna.fetch(path)).status).toBe(403);
  expect((await server.client().fetch(path)).status).toBe(401);
  expect((await owner.fetch(`${path}?place=private/${me.id}`)).status).toBe(422);
});

test('[B1] [B2] [H2] at the command line: backup while it runs, restore and erase when it does not', async () => {
  const file = join(server.dataDir, 'backup');
  expect(command('backup', file)).toMatchObject({ status: 0, stdout: `backup: ${file}\n` });
  for (const refused of [
    command('backup', file),
    command('backup'),
    command('restore', file),
    command('erase', 'person', me.id),
    command('erase', 'everything', 'now'),
  ])
    expect(refused).toMatchObject({ status: 1, stderr: expect.stringMatching(/^[A-Z/][^\n]+\n$/) });
  await server.kill();
  expect(command('erase', 'person', me.id)).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^erased: 1 record/),
  });
  expect(command('erase', 'record', `${me.id}/nothing000`)).toMatchObject({ status: 1 });
  await server.restart();
  expect(await owner.get<HistoryEvent[]>(path)).toEqual([]);
  expect((await anna.fetch('/api/me')).status).toBe(401);
  await server.kill();
  expect(command('restore', file)).toMatchObject({ status: 0 });
  await server.restart();
  expect(await owner.get<HistoryEvent[]>(path)).toHaveLength(2);
});

test('[B3] where no Postil is, a command says so in one line and makes nothing', () => {
  const empty = mkdtempSync(join(tmpdir(), 'postil-none-'));
  const mistyped = join(empty, 'dta');
  const commands = [
    ['link', 'invite'],
    ['link', 'setup'],
    ['link', 'return', 'Anna'],
    ['backup', join(empty, 'backup')],
    ['erase', 'person', 'somebody'],
  ] as const;
  for (const folder of [empty, mistyped])
    for (const [name, ...args] of commands)
      expect(commandIn(folder, name, ...args)).toMatchObject({
        status: 1,
        stdout: '',
        stderr: `There is no Postil in ${folder}. Start it there first, or set DATA_DIR to where it is.\n`,
      });
  for (const bad of [join(empty, 'no-backup'), import.meta.filename])
    expect(commandIn(mistyped, 'restore', bad)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^[^\n]+\n$/),
    });
  expect(existsSync(mistyped)).toBe(false);
  expect(readdirSync(empty)).toEqual([]);
  rmSync(empty, { recursive: true });
});
