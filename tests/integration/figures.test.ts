import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReadingInsight } from '#lib/insight/reading-insight.ts';
import type { ReadingView } from '#lib/protocol/http.ts';
import { databaseFile } from '#server/data-dir.ts';
import { SimulatedMember } from '#server/demo/simulated-member.ts';
import { openSqlite } from '#server/store/sqlite/open-sqlite.ts';
import { createSqlitePlaceLog } from '#server/store/sqlite/place-log.ts';
import { openStore } from '#server/store/store.ts';
import { generatedParagraphs } from '#tests/bench/page/generated-text.ts';
import { addMembers, crowd } from '#tests/fixtures/crowded-reading.ts';
import type { Client } from './client.ts';
import { type PostilServer, startServer } from './postil-server.ts';
import { annotationIn } from './real-reading.ts';

/** Figures of 10,000 marks by 200 people, while others go on marking. */
const PEOPLE = 200;
const MARKS = 10_000;
const WORDS = 1700;

let server: PostilServer;
let olga: Client;
let reading: ReadingView;

beforeAll(async () => {
  server = await startServer();
  olga = await server.owner();
  const [first] = await olga.get<ReadingView[]>('/api/readings');
  const group = first!.group;
  const { id: article } = await olga.send<{ id: string }>('POST', '/api/articles', {
    title: 'Crowded',
    text: generatedParagraphs(WORDS).join('\n\n'),
  });
  reading = await olga.send('POST', '/api/readings', { group, article, phase: 'open' });
  const file = databaseFile(server.dataDir);
  const [store, log] = [await openStore(openSqlite(file)), createSqlitePlaceLog(file)];
  const users = await addMembers(store, group, PEOPLE);
  await crowd({ store, log }, reading, { users, marks: MARKS });
  await Promise.all([log.close(), store.close()]);
});

afterAll(async () => {
  await server.stop();
});

const path = (rest: string): string => `/api/readings/${reading.id}/${rest}`;

/** Each of another moment, so that none is the answer to another. Resolves with the status. */
function askReports(count: number, onAnswer: (status: number) => void): Promise<void[]> {
  const now = Date.now();
  const reports = Array.from({ length: count }, async (_, ago) => {
    const answer = await olga.fetch(path(`report?at=${new Date(now - ago).toISOString()}`));
    await answer.arrayBuffer();
    onAnswer(answer.status);
  });
  return Promise.all(reports);
}

/** Once this is answered the server has taken what was asked before. */
const taken = (): Promise<unknown> => olga.get('/api/health');

test('[FT7] marks are relayed while reports are counted: one is sent and seen between two answers', async () => {
  expect((await olga.get<ReadingInsight>(path('insight'))).annotations).toBe(MARKS);
  const text = await (await olga.fetch(path('text'))).text();
  const [anna, ben] = [await server.member('Anna'), await server.member('Ben')];
  const writer = await SimulatedMember.join(anna, reading.id);
  const watcher = await SimulatedMember.join(ben, reading.id);
  const { signal } = new AbortController();
  await watcher.sees(({ annotations }) => annotations.size === MARKS, signal);

  const events: string[] = [];
  const answers = (): string[] => events.filter((event) => event === 'answer');
  const reports = askReports(4, (status) => events.push(status === 200 ? 'answer' : `${status}`));
  await taken();
  for (let mark = 0; answers().length < 4 && mark < 10_000; mark += 1) {
    const record = annotationIn({ ...reading, text, url: '' }, writer.user.id, String(mark));
    events.push('sent');
    writer.write({ map: 'annotations', record });
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await watcher.sees(({ annotations }) => annotations.has(record.id), signal);
    events.push('seen');
  }
  await reports;
  writer.leave();
  watcher.leave();
  expect(answers()).toHaveLength(4);
  expect(events.join(' ')).toMatch(/answer (?:seen )?(?:sent seen )+(?:sent )?answer/);
});

test('[FT2] what was counted is the answer again, to nobody else', async () => {
  const first = await olga.get<{ at: string }>(path('report'));
  const [again, member] = [
    await olga.get<{ at: string; asker: { name: string } }>(path('report')),
    await (await server.member('Cora')).get<{ asker: { name: string } }>(path('report')),
  ];
  expect(again).toEqual(first);
  expect([again.asker.name, member.asker.name]).toEqual(['Olga Owner', 'Cora']);
});

test('[FT6] SIGTERM while reports are counted: each is answered, and the exit code is 0', async () => {
  const statuses: number[] = [];
  const reports = askReports(4, (status) => statuses.push(status));
  await taken();
  const code = await server.stop();
  await reports;
  expect(code).toBe(0);
  expect(statuses).toHaveLength(4);
  expect(statuses).toContain(503);
});
