import { AxeBuilder } from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Block } from '#lib/article/document.ts';
import type { ReadingInsight } from '#lib/insight/reading-insight.ts';
import type { ReadingView } from '#lib/protocol/http.ts';
import { simulate } from '#server/demo/simulate.ts';
import { predictionWriter } from '#tests/fixtures/judged-predictions.ts';
import type { Client } from '#tests/integration/client.ts';
import { newReading } from './room.ts';
import { setStage } from './stage.ts';

/** Plots with axes: calibration on the predictions page, drift on the insight page. */
const stage = setStage();
const CALIBRATION = 'When we say 70 %, does it happen 7 times in 10?';
const OVER_THE_RUN = 'Per person, over the run of the marks';

/** What two members expected of each passage in percent, and whether it came true. */
const SETTLED: [olgas: number, bens: number, came: boolean][] = [
  [3, 8, false],
  [15, 12, false],
  [25, 30, false],
  [35, 20, true],
  [45, 40, false],
  [55, 60, true],
  [65, 75, true],
  [70, 72, false],
  [78, 85, true],
  [90, 95, true],
  [97, 92, true],
];

let marked: string;
let predictions: string;

beforeAll(async () => {
  const cora = await stage.server.member('Cora');
  marked = await newReading(stage.olga);
  await simulate([stage.ben, cora], idOf(marked));
  await settle();
}, 120_000);

const idOf = (path: string): string => path.split('/').at(-1) ?? '';

/** Eleven predictions that came true or did not, each forecast by two. */
async function settle(): Promise<void> {
  const id = idOf(await newReading(stage.olga));
  const all = await stage.olga.get<ReadingView[]>('/api/readings');
  const reading = all.find((one) => one.id === id)!;
  predictions = `/groups/${reading.group}/predictions`;
  const [olgas, bens] = [
    await predictionWriter(stage.olga, reading),
    await predictionWriter(stage.ben, reading),
  ];
  const passages = await sentencesOf(stage.olga, id);
  for (const [at, [hers, his, came]] of SETTLED.entries()) {
    /* oxlint-disable no-await-in-loop -- what is said of a thing comes after it */
    const on = await olgas.predict(passages[at]!);
    await olgas.say({ kind: 'forecast', on, percent: hers });
    await bens.say({ kind: 'forecast', on, percent: his });
    const result = came ? 'true' : 'false';
    const outcome = await bens.say({ kind: 'outcome', on, result, evidence: [{ note: 'Seen.' }] });
    await olgas.say({ kind: 'signoff', on: outcome, agree: true });
    /* oxlint-enable no-await-in-loop */
  }
}

async function sentencesOf(client: Client, id: string): Promise<string[]> {
  const blocks = await client.get<Block[]>(`/api/readings/${id}/blocks`);
  const text = await (await client.fetch(`/api/readings/${id}/text`)).text();
  const sentences = blocks.flatMap((block) => block.sentences);
  return sentences.map(([start, end]) => text.slice(start, end).trim()).slice(-SETTLED.length);
}

const calibrationOn = (page: Page): Locator => page.getByRole('region', { name: CALIBRATION });

async function openCalibration(page: Page): Promise<Locator> {
  await page.goto(predictions);
  await calibrationOn(page).locator('svg [data-look="dot"]').first().waitFor();
  return calibrationOn(page);
}

async function openPersons(page: Page, title: string): Promise<Locator> {
  await page.goto(`${marked}/insight`);
  await page.getByRole('heading', { name: title }).click();
  const part = page.locator('details').filter({ hasText: title }).first();
  await part.locator('svg [data-look="title"]').first().waitFor();
  return part;
}

async function saved(page: Page, part: Locator, title: string, kind: string): Promise<Buffer> {
  const data = part.locator('details').filter({ hasText: `Data: ${title}` });
  if (!(await data.evaluate((one: HTMLDetailsElement) => one.open)))
    await data.getByText('Data').first().click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    data.getByRole('button', { name: kind }).click(),
  ]);
  return readFile(await download.path());
}

const wordsOf = (part: Locator): Promise<string[]> => part.locator('svg text').allTextContents();

test('[PS4] calibration has axes in percent, a dot with its number and its range for each bin, and a table that says the same', async () => {
  const page = await stage.windowOf(stage.ben);
  const part = await openCalibration(page);
  const rows = await part.getByRole('table').first().getByRole('row').allInnerTexts();
  const bins = rows.slice(1);
  expect(bins[0]).toMatch(/^0 to 10 %\s+5\.5\s%\s+2\s+0\s%\s+0 to 66$/);
  const said = await wordsOf(part);
  expect(said).toEqual(
    expect.arrayContaining(['How often it came true', 'How likely we said it was', '0 %', '100 %']),
  );
  expect(await part.locator('svg [data-look="dot"]').count()).toBe(bins.length);
  const counts = await part.locator('svg [data-look="count"]').allTextContents();
  expect(counts).toEqual(bins.map((row) => row.split('\t')[2]?.trim()));
  expect(await part.locator('svg [data-look="range"]').count()).toBe(3 * bins.length);
  expect(await part.locator('svg').getAttribute('aria-hidden')).toBe('true');
});

test('[PS4] calibration is kept as CSV, SVG and PNG', async () => {
  const page = await stage.windowOf(stage.ben);
  const part = await openCalibration(page);
  const csv = (await saved(page, part, CALIBRATION, 'CSV')).toString();
  expect(csv).toMatch(
    /^\uFEFFfrom,to,mean,forecasts,came true,low,high\r\n0,10,5.5,2,0,0,65.76\r\n/,
  );
  const svg = (await saved(page, part, CALIBRATION, 'SVG')).toString();
  expect(svg).toMatch(/^<svg .*How often it came true.*<circle .*<\/svg>$/s);
  const png = await saved(page, part, CALIBRATION, 'PNG');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
});

test('[IP4] how somebody’s picks went over the run of their marks: axes, columns and a line, and a table of the same for who listens', async () => {
  const { persons } = await stage.ben.get<ReadingInsight>(`/api${marked}/insight`);
  const drift = persons[0]?.drift ?? [];
  expect(drift.length).toBeGreaterThanOrEqual(3);
  const page = await stage.windowOf(stage.ben);
  const part = await openPersons(page, 'Your own marks');
  expect(await wordsOf(part)).toEqual(
    expect.arrayContaining([
      '100 %',
      'What was picked',
      'How often that was like another’s choice',
      'marks, from the first to the last',
    ]),
  );
  const known = drift.filter(({ withRest }) => withRest.defined);
  expect(await part.locator('svg circle[data-look="line"]').count()).toBe(known.length);
  const table = part.getByRole('table', { name: 'Ben Noor: over the run of the marks' });
  expect(await table.getByRole('row').count()).toBe(drift.length + 1);
  const csv = (await saved(page, part, OVER_THE_RUN, 'CSV')).toString();
  expect(csv).toMatch(/^\uFEFFname,from mark,to mark,/);
  expect(csv.trim().split('\r\n')).toHaveLength(drift.length + 1);
  const svg = (await saved(page, part, OVER_THE_RUN, 'SVG')).toString();
  expect(svg).toMatch(/^<svg .*Ben Noor, \d+ marks with a tag.*<\/svg>$/s);
});

test('[IP4] an instructor sees each by name, in the order of names', async () => {
  const page = await stage.windowOf(stage.olga);
  const part = await openPersons(page, 'Per person');
  const tables = part.getByRole('table', { name: /over the run of the marks$/ });
  expect(await tables.locator('caption').allTextContents()).toEqual([
    'Ben Noor: over the run of the marks',
    'Cora: over the run of the marks',
  ]);
});

test('[IP4] with few marks a sentence stands in the plot’s place', async () => {
  const path = await newReading(stage.olga);
  const all = await stage.ben.get<ReadingView[]>('/api/readings');
  const his = await predictionWriter(
    stage.ben,
    all.find(({ id }) => id === idOf(path))!,
  );
  await his.predict((await sentencesOf(stage.ben, idOf(path)))[0]!);
  const page = await stage.windowOf(stage.ben);
  await page.goto(`${path}/insight`);
  await page.getByRole('heading', { name: 'Your own marks' }).click();
  await page.getByText('Too few marks to see a change over time; that takes 9').waitFor();
  expect(await page.locator('svg [data-look="axis"]').count()).toBe(0);
});

describe.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
  ['dark', 390],
] as const)('[A7] plots in the %s theme at %i px', (theme, width) => {
  test.each([
    ['calibration', openCalibration],
    ['drift', (page: Page) => openPersons(page, 'Per person')],
  ])('%s: no violation, nothing wider than the window', async (name, open) => {
    const page = await stage.windowOf(stage.olga, { width, theme, touch: width < 1024 });
    const part = await open(page);
    await part.locator('svg').first().scrollIntoViewIfNeeded();
    await page.screenshot({ path: `tests/.artifacts/plot ${name} ${width} ${theme}.png` });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBeLessThanOrEqual(0);
  });
});
