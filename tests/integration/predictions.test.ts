import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ledger } from '#lib/insight/predictions/ledger-of.ts';
import type { Prediction } from '#lib/insight/predictions/prediction.ts';
import type { ReadingView } from '#lib/protocol/http.ts';
import { predictionWriter } from '#tests/fixtures/judged-predictions.ts';
import type { Client } from './client.ts';
import { type PostilServer, startServer } from './postil-server.ts';

/** `GET …/predictions` over what was logged, and what each may read of it. */
let server: PostilServer;
let olga: Client;
let anna: Client;
let ben: Client;
let group: string;

const WEDGE = 'Either way the wedge will not go in.';
const BACK = 'A man who backs down because the price was too high will be back when it falls.';

beforeAll(async () => {
  server = await startServer();
  olga = await server.owner();
  anna = await server.member('Anna');
  ben = await server.member('Ben');
  group = (await readings(olga))[0]!.group;
});

afterAll(async () => {
  await server.stop();
});

const readings = (client: Client): Promise<ReadingView[]> => client.get('/api/readings');

async function newReading(phase: 'open' | 'blind'): Promise<ReadingView> {
  const [{ article }] = (await readings(olga)) as [ReadingView];
  return olga.send('POST', '/api/readings', { group, article: article.id, phase });
}

const ledger = (client: Client, { id }: { id: string }): Promise<Ledger> =>
  client.get(`/api/readings/${id}/predictions`);
const shown = ({ predictions }: Ledger): string[] => predictions.map(({ words }) => words);

test('[PR3] [PR8] [PR10] [PS1] from the mark to the score, by the log’s time', async () => {
  const reading = await newReading('open');
  const [annas, bens, olgas] = await Promise.all(
    [anna, ben, olga].map((client) => predictionWriter(client, reading)),
  );
  const on = await annas!.predict(WEDGE, { prediction: { by: '2022', judgedBy: 'the record' } });
  const same = await bens!.predict(WEDGE.slice(0, -1));
  await annas!.say({ kind: 'sounds', on, step: 4 });
  await bens!.say({ kind: 'sounds', on: same, step: 5 });
  await bens!.say({ kind: 'forecast', on, percent: 70 });
  const evidence = [{ url: 'https://example.org/record', note: 'It held.' }];
  const outcome = await annas!.say({ kind: 'outcome', on: same, result: 'true', evidence });
  await annas!.say({ kind: 'signoff', on: outcome, agree: true });
  await olgas!.say({ kind: 'forecast', on, percent: 99 });
  const [waiting] = (await ledger(ben, reading)).predictions as [Prediction];
  expect(waiting).toMatchObject({
    id: on,
    words: WEDGE.slice(0, -1),
    state: 'due',
    by: { words: ['2022'], due: '2022-12-31', passed: true },
    judgedBy: ['the record'],
    howSure: { median: 4.5, percent: 85 },
    outcome: { user: annas!.id, result: 'true', evidence, signedBy: [] },
  });
  expect(waiting.forecasts).toMatchObject([
    { user: bens!.id, percent: 70, hindsight: false },
    { user: olgas!.id, percent: 99, hindsight: true },
  ]);

  await bens!.say({ kind: 'signoff', on: outcome, agree: true });
  const signed = await ledger(anna, reading);
  expect(signed.predictions).toMatchObject([
    { state: 'resolved', outcome: { signedBy: [bens!.id] } },
  ]);
  expect(signed.people).toEqual(
    [
      { user: bens!.id, brier: expect.closeTo(0.09, 10), forecasts: 1, hindsight: 0 },
      { user: olgas!.id, brier: null, forecasts: 0, hindsight: 1 },
    ].toSorted((a, b) => (a.user < b.user ? -1 : 1)),
  );
  expect(signed.authors).toMatchObject([
    { voice: 'author', score: null, counted: [{ prediction: on }] },
    {},
  ]);
});

test('an outcome and its signature are taken in a closed reading, and show', async () => {
  const reading = await newReading('open');
  const annas = await predictionWriter(anna, reading);
  const on = await annas.predict(BACK);
  await olga.send('PATCH', `/api/readings/${reading.id}`, { phase: 'closed' });
  const outcome = await annas.say({ kind: 'outcome', on, result: 'partly' });
  await (await predictionWriter(ben, reading)).say({ kind: 'signoff', on: outcome, agree: true });
  expect((await ledger(ben, reading)).predictions).toMatchObject([{ state: 'resolved' }]);
  await expect(annas.say({ kind: 'forecast', on, percent: 1 })).rejects.toThrow(/closed/);
});

test('[V1] blind, each has the ledger of their own desk; instructors all; private never', async () => {
  const reading = await newReading('blind');
  const annas = await predictionWriter(anna, reading);
  const bens = await predictionWriter(ben, reading);
  await (await predictionWriter(anna, reading, `desk/${annas.id}`)).predict(WEDGE);
  await (await predictionWriter(ben, reading, `desk/${bens.id}`)).predict(BACK);
  await (
    await predictionWriter(anna, reading, `private/${annas.id}`)
  ).predict('This is not kindness.');
  expect(shown(await ledger(anna, reading))).toEqual([WEDGE]);
  expect(shown(await ledger(ben, reading))).toEqual([BACK]);
  expect(shown(await ledger(olga, reading))).toEqual([WEDGE, BACK]);
  await olga.send('POST', `/api/readings/${reading.id}/reveal`, {});
  expect(shown(await ledger(anna, reading))).toEqual([WEDGE, BACK]);
});

test('a group’s ledger holds all its readings, and no other group’s', async () => {
  const all = await anna.get<Ledger>(`/api/groups/${group}/predictions`);
  const mine = (await readings(anna)).map(({ id }) => id);
  expect(all.readings.map(({ id }) => id)).toEqual(mine);
  expect(new Set(all.predictions.map(({ reading }) => reading)).size).toBeGreaterThan(1);
  const other = await olga.send<{ id: string }>('POST', '/api/groups', { name: 'Other' });
  expect(await olga.get(`/api/groups/${other.id}/predictions`)).toMatchObject({
    readings: [],
    predictions: [],
  });
  expect((await anna.fetch(`/api/groups/${other.id}/predictions`)).status).toBe(404);
});

test.each(['readings', 'groups'])('who may not know of %s learns nothing', async (what) => {
  const known = what === 'groups' ? group : (await readings(olga))[0]!.id;
  const status = async (client: Client, id: string, method = 'GET'): Promise<number> =>
    (await client.fetch(`/api/${what}/${id}/predictions`, { method })).status;
  expect(await status(server.client(), known)).toBe(401);
  expect(await status(anna, 'nowhere')).toBe(404);
  expect(await status(anna, '%00')).toBeGreaterThanOrEqual(400);
  expect(await status(anna, 'a'.repeat(5000))).toBe(404);
  expect(await status(anna, known, 'DELETE')).toBe(405);
});
