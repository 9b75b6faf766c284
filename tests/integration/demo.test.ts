import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { deleteRecord } from '#lib/place/records-place.ts';
import { type Company, gather } from '#server/demo/company.ts';
import { play } from '#server/demo/play.ts';
import { recordKeyOf } from '#server/demo/record-of.ts';
import { joinReading } from '#server/demo/simulate.ts';
import { type ThrowawayPostil, throwawayPostil } from '#server/demo/throwaway-postil.ts';
import type { LoggedRecord, ReadingMember, ReadingView } from '#lib/protocol/http.ts';
import { Client } from './client.ts';
import { startDemo } from './demo-command.ts';

describe('the six on a throwaway Postil', () => {
  let postil: ThrowawayPostil;
  let company: Company;
  let guest: Client;

  beforeAll(async () => {
    const started = await throwawayPostil({ ...process.env, PORT: '', ARTICLES_DIR: '/nowhere' });
    if (!started.ok) throw new Error(started.error);
    postil = started.value;
    company = await gather(postil);
    guest = new Client(postil.url);
    const token = new URL(company.link).pathname.split('/').at(-1) ?? '';
    expect(await guest.signIn('return', { token })).toBeNull();
  });

  afterAll(async () => {
    expect(existsSync(postil.dataDir)).toBe(true);
    expect(await postil.end('SIGTERM')).toBe(0);
    expect(existsSync(postil.dataDir)).toBe(false);
  });

  const logged = (reading: string): Promise<LoggedRecord[]> =>
    guest.get(`/api/readings/${reading}/annotations`);
  const authorsIn = (records: readonly LoggedRecord[], map: string): Set<string> =>
    new Set(records.filter((one) => one.map === map).map(({ record }) => record.author));

  test('[SM9] the visitor instructs, and the link leads to the first reading', async () => {
    const readings = await guest.get<ReadingView[]>('/api/readings');
    expect(readings.map(({ role, place }) => [role, place])).toEqual([
      ['instructor', 'shared'],
      ['instructor', 'shared'],
    ]);
    expect(new URL(company.link).searchParams.get('to')).toBe(`/readings/${readings[0]?.id}`);
  });

  test.each([0, 1])(
    '[SM10] in reading %i all that was planned is in the log, by six members, each their own',
    async (index) => {
      const { id } = company.readings[index] as ReadingView;
      const simulation = await joinReading(company.members, id, 1 + index);
      await simulation.play({ pace: 0 });
      const records = await logged(id);
      const planned = simulation.plan.filter(({ deed }) => 'key' in deed);
      expect(records.length).toBe(planned.length);
      expect(simulation.members.flatMap(({ refused }) => refused)).toEqual([]);
      expect(authorsIn(records, 'annotations').size).toBe(6);
      expect(authorsIn(records, 'replies').size).toBeGreaterThan(2);
      expect(authorsIn(records, 'reactions').size).toBeGreaterThan(2);
      const kinds = new Set(
        records.map(({ map, record }) => ('kind' in record ? record.kind : map)),
      );
      for (const kind of ['annotations', 'replies', 'agree', 'thread', 'sounds', 'done'])
        expect(kinds).toContain(kind);
      const changed = records.filter(
        ({ map, record }) => map === 'annotations' && 'modified' in record,
      );
      expect(changed.length).toBe(
        simulation.plan.filter(({ deed }) => deed.kind === 'retag').length,
      );
      const members = await guest.get<ReadingMember[]>(`/api/readings/${id}/members`);
      expect(members.filter(({ here }) => here).length).toBe(6);
      simulation.leave();
    },
  );

  test('[SM11] made blind they work at their desks, and after the reveal together again', async () => {
    const id = await newReading();
    const simulation = await joinReading(company.members, id, 7);
    await guest.send('PATCH', `/api/readings/${id}`, { phase: 'blind' });
    await expect.poll(() => simulation.members.some((member) => member.seesOthers())).toBe(false);
    await simulation.play({ pace: 0 });
    const atDesks = await logged(id);
    expect(new Set(atDesks.map(({ place }) => place)).size).toBe(6);
    expect(authorsIn(atDesks, 'replies').size).toBe(0);
    await guest.send('POST', `/api/readings/${id}/reveal`, {});
    await expect.poll(() => simulation.members.every((member) => member.seesOthers())).toBe(true);
    await simulation.play({ pace: 0 });
    const shared = (await logged(id)).filter(({ place }) => place === 'shared');
    expect(authorsIn(shared, 'replies').size).toBeGreaterThan(1);
    expect(simulation.members.flatMap(({ refused }) => refused)).toEqual([]);
    simulation.leave();
  });

  test('[SM11] in a closed reading they do nothing', async () => {
    const id = await newReading();
    await guest.send('PATCH', `/api/readings/${id}`, { phase: 'closed' });
    const simulation = await joinReading(company.members, id);
    await simulation.play({ pace: 0 });
    expect(await logged(id)).toEqual([]);
    simulation.leave();
  });

  test('[SM11] a mark that the instructor deletes is not answered, and the rest goes on', async () => {
    const id = await newReading();
    const simulation = await joinReading(company.members, id, 2);
    const { members, plan } = simulation;
    const text = await (await guest.fetch(`/api/readings/${id}/text`)).text();
    const marks = plan.filter(({ deed }) => deed.kind === 'mark');
    await play(marks, { members, text }, { pace: 0 });
    const answered = plan.flatMap(({ deed }) => (deed.kind === 'reply' ? deed.on : []))[0]!;
    const key = recordKeyOf(answered, { users: members.map(({ user }) => user.id) });
    await deleteMark(id, key);
    await expect
      .poll(() => members.some(({ records }) => records.annotations.has(key)))
      .toBe(false);
    await play(
      plan.filter(({ deed }) => deed.kind !== 'mark'),
      { members, text },
      { pace: 0 },
    );
    const replies = (await logged(id)).flatMap(({ record }) =>
      'annotation' in record ? record.annotation : [],
    );
    expect(replies).not.toContain(key);
    expect(replies.length).toBeGreaterThan(5);
    expect(members.flatMap(({ refused }) => refused)).toEqual([]);
    simulation.leave();
  });

  /** By a stock client of the guest's. */
  async function deleteMark(reading: string, key: string): Promise<void> {
    const place = { reading, place: 'shared' };
    const { token } = await guest.send<{ token: string }>('POST', '/api/sync-token', place);
    const doc = new Y.Doc();
    const url = `${postil.url.replace('http', 'ws')}/sync`;
    const provider = new WebsocketProvider(url, `${reading}/shared`, doc, {
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      params: { token },
    });
    await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
    deleteRecord(doc, 'annotations', key);
    const gone = async (): Promise<boolean> =>
      (await logged(reading)).every(({ record }) => record.id !== key);
    await expect.poll(gone).toBe(true);
    provider.destroy();
  }

  async function newReading(): Promise<string> {
    const [first] = company.readings as [ReadingView];
    const { group, article } = first;
    const made = await guest.send<ReadingView>('POST', '/api/readings', {
      group,
      article: article.id,
      phase: 'open',
    });
    return made.id;
  }
});

describe('the command', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    '[SM12] prints a link first, and %s ends it and removes the temporary folder',
    async (signal) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'postil-'));
      const demo = startDemo(['--seed', '3', '--pace', '0'], { DATA_DIR: dataDir });
      const [, link] = await demo.printed(/^(http:\S+)\n.+/);
      expect(link).toMatch(/\/return\/[\w-]{32}\?to=\/readings\/\w+$/);
      await demo.printed(/have read both articles/);
      expect(demo.temporary()).toEqual([expect.stringMatching(/^postil-demo-/)]);
      expect(await demo.end(signal)).toEqual({ code: 0, left: [] });
      expect(readdirSync(dataDir)).toEqual([]);
      rmSync(dataDir, { recursive: true });
    },
  );

  test('[SM12] it can be ended before all is read', async () => {
    const demo = startDemo([]);
    await demo.printed(/^http:/);
    expect(await demo.end('SIGINT')).toEqual({ code: 0, left: [] });
  });

  test('[SM12] when its server dies, it ends too and leaves nothing', async () => {
    const demo = startDemo([]);
    await demo.printed(/^http:/);
    process.kill(demo.serverPid(), 'SIGKILL');
    expect(await demo.end()).toEqual({ code: 1, left: [] });
  });

  test.each(['--pace=slow', '--seed=-1', '--seed=1.5', '--fast'])(
    '[SM12] %s is answered by how to use it',
    async (option) => {
      const demo = startDemo([option]);
      await demo.printed(/^Usage: npm run demo/);
      expect(await demo.end()).toEqual({ code: 1, left: [] });
    },
  );
});
