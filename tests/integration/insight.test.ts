import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReadingInsight } from '#lib/insight/reading-insight.ts';
import type { Me, ReadingView } from '#lib/protocol/http.ts';
import { simulate } from '#server/demo/simulate.ts';
import type { Client } from './client.ts';
import { type PostilServer, startServer } from './postil-server.ts';

/** `GET …/insight` over what simulated members did. */
let server: PostilServer;
let olga: Client;
let members: [Client, ...Client[]];
let reading: ReadingView;

beforeAll(async () => {
  server = await startServer();
  olga = await server.owner();
  const ben = await server.member('Ben');
  members = [ben, await server.member('Cora'), await server.member('Dan')];
  [reading] = (await olga.get<ReadingView[]>('/api/readings')) as [ReadingView];
  await simulate(members, reading.id);
});

afterAll(async () => {
  await server.stop();
});

const insight = (client: Client, query = ''): Promise<ReadingInsight> =>
  client.get(`/api/readings/${reading.id}/insight${query}`);

test('[IP2] the route gives the numbers with counts and ranges', async () => {
  const { agreement } = await insight(olga);
  expect(agreement).toMatchObject({
    people: 3,
    sameTag: { defined: true },
    alpha: { defined: true },
  });
  const { alpha, alphaRange, sameTag } = agreement;
  if (!alpha.defined || !alphaRange.defined || !sameTag.defined) throw new Error('no number');
  expect(sameTag.units).toBe(agreement.shared);
  expect(alpha.units).toBe(agreement.shared);
  expect(alphaRange.low).toBeLessThanOrEqual(alpha.value);
  expect(alphaRange.high).toBeGreaterThanOrEqual(alpha.value);
  expect(agreement.mostConfused).toMatchObject({ defined: true, pairs: expect.any(Number) });
});

test('[IP4] a member is told of themselves, an instructor of all', async () => {
  const [ben] = members;
  const { id } = await ben.get<Me>('/api/me');
  expect((await insight(ben)).persons.map(({ user }) => user)).toEqual([id]);
  const all = (await insight(olga)).persons;
  expect(all).toHaveLength(3);
  expect(all.map(({ user }) => user)).toEqual(all.map(({ user }) => user).toSorted());
});

test('[IP6] at a moment before the first mark there is no number, and that is said', async () => {
  const { agreement, annotations } = await insight(olga, '?at=2020-01-01T00:00:00Z');
  expect(annotations).toBe(0);
  expect(agreement).toMatchObject({
    people: 0,
    sameTag: { defined: false, reason: 'nobody' },
    barUAlpha: { defined: false, reason: 'none-done' },
  });
});
