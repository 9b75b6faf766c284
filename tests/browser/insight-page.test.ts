import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { ReadingInsight } from '#lib/insight/reading-insight.ts';
import type { Client } from '#tests/integration/client.ts';
import { simulate } from '#server/demo/simulate.ts';
import { newReading } from './room.ts';
import { setStage } from './stage.ts';
import { joinReading } from './writing-reader.ts';

/** The insight page over what simulated members did. */
const stage = setStage();
let path: string;
let members: [Client, ...Client[]];

beforeAll(async () => {
  members = [stage.ben, await stage.server.member('Cora'), await stage.server.member('Dan')];
  path = await newReading(stage.olga);
  await simulate(members, path.split('/').at(-1) ?? '');
});

const insight = (client: Client): Promise<ReadingInsight> => client.get(`/api${path}/insight`);

async function openInsight(page: Page): Promise<void> {
  await page.goto(`${path}/insight`);
  await page.getByText(/Two of you picked the same kind \d+ times? in 100/).waitFor();
}

const openPart = (page: Page, title: string): Promise<void> =>
  page.getByRole('heading', { name: title }).click();

async function downloaded(page: Page, start: () => Promise<void>): Promise<[Download, Buffer]> {
  const [download] = await Promise.all([page.waitForEvent('download'), start()]);
  return [download, await readFile(await download.path())];
}

test('[IP1] the first screen says it in one sentence without a coefficient, and each passage leads to its place', async () => {
  const page = await stage.windowOf(stage.olga);
  await openInsight(page);
  const { agreement } = await insight(stage.olga);
  if (!agreement.sameTag.defined || !agreement.alpha.defined) throw new Error('no number');
  const times = Math.round(agreement.sameTag.value * 100);
  await page.getByText(`Two of you picked the same kind ${times} times in 100`).waitFor();
  expect(await page.getByRole('heading', { name: 'Beyond luck' }).isVisible()).toBe(false);
  const seen = await page.locator('main').innerText();
  expect(seen).not.toContain(agreement.alpha.value.toFixed(2));
  expect(seen).not.toMatch(/alpha|kappa/i);
  const list = page.getByRole('region', { name: 'Where you differ most' });
  expect(await list.getByRole('listitem').count()).toBe(5);
  const link = list.getByRole('link').first();
  expect(await link.getAttribute('href')).toMatch(new RegExp(`^${path}\\?at=\\d+-\\d+$`));
});

test('[IP2] the numbers open with count, range and a sentence; those for who knows open in them', async () => {
  const page = await stage.windowOf(stage.olga);
  await openInsight(page);
  await page.getByRole('link', { name: 'How sure is this?' }).click();
  await page.getByRole('heading', { name: 'Beyond luck' }).waitFor();
  const { agreement } = await insight(stage.olga);
  if (!agreement.alpha.defined || !agreement.alphaRange.defined) throw new Error('no number');
  const [value, low, high] = [
    agreement.alpha.value,
    agreement.alphaRange.low,
    agreement.alphaRange.high,
  ].map((one) => one.toFixed(2).replace('-', '−'));
  await page.getByText(value!, { exact: true }).first().waitFor();
  await page
    .getByText(`likely ${low} to ${high} for other sentences of this kind (95 % range)`)
    .first()
    .waitFor();
  await page.getByText(/They are no marks for a group/).waitFor();
  await page.getByText('For those who know').click();
  await page
    .getByRole('row', { name: /Fleiss’ kappa/ })
    .first()
    .waitFor();
  const gamma = page.getByRole('row', { name: /^Gamma/ }).first();
  await expect.poll(() => gamma.innerText(), { timeout: 15_000 }).not.toContain('Being worked out');
  expect(await gamma.innerText()).toMatch(/drawn by luck|It takes two people|too many marks/);
  expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|Infinity/);
});

test('[IP3] a mark made elsewhere moves the numbers, the worker’s too', async () => {
  const page = await stage.windowOf(stage.olga);
  await openInsight(page);
  await openPart(page, 'How sure is this?');
  const range = page.getByText(/for other sentences of this kind/).nth(1);
  const before = await range.textContent();
  const writer = await joinReading(stage.olga, path.split('/').at(-1) ?? '');
  for (const words of writer.firstWords(20)) writer.mark(words, { tag: 'prediction' });
  await expect.poll(() => range.textContent(), { timeout: 15_000 }).not.toBe(before);
  writer.close();
  await expect
    .poll(async () => {
      const { agreement } = await insight(stage.olga);
      const { alphaRange } = agreement;
      if (!alphaRange.defined) return alphaRange.reason;
      const [low, high] = [alphaRange.low, alphaRange.high].map((one) =>
        one.toFixed(2).replace('-', '−'),
      );
      return (
        `likely ${low} to ${high} for other sentences of this kind (95 % range)` ===
        (await range.textContent())
      );
    })
    .toBe(true);
});

test('[IP4] a member sees their own figures, an instructor each by name', async () => {
  const mine = await stage.windowOf(stage.ben);
  await openInsight(mine);
  await openPart(mine, 'Your own marks');
  await mine.getByRole('heading', { name: /^Ben Noor/ }).waitFor();
  expect(await mine.getByRole('heading', { name: 'Cora' }).count()).toBe(0);
  const all = await stage.windowOf(stage.olga);
  await openInsight(all);
  await openPart(all, 'Per person');
  const names = all.getByRole('heading', { level: 3 }).filter({ hasText: /Ben|Cora|Dan/ });
  await names.first().waitFor();
  expect(await names.allInnerTexts()).toEqual(['Ben Noor', 'Cora', 'Dan']);
});

test('[IP7] a view gives its data as a table, as CSV, and its picture as SVG and PNG', async () => {
  const page = await stage.windowOf(stage.ben);
  await openInsight(page);
  const data = page.locator('details').filter({ hasText: 'Data: Where you differ most' }).last();
  await data.getByText('Data').first().click();
  await data.getByRole('columnheader', { name: 'entropy' }).waitFor();
  const save = (name: string) => (): Promise<void> => data.getByRole('button', { name }).click();
  const [csv, table] = await downloaded(page, save('CSV'));
  expect(csv.suggestedFilename()).toBe('contested-passages.csv');
  expect(table.toString()).toMatch(/^\uFEFFstart,end,place,words,members,/);
  const [, svg] = await downloaded(page, save('SVG'));
  expect(svg.toString()).toMatch(/^<svg .*Where you differ most.*<\/svg>$/s);
  const [png, picture] = await downloaded(page, save('PNG'));
  expect(png.suggestedFilename()).toBe('contested-passages.png');
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
});

test('[IP8] on paper everything is open', async () => {
  const page = await stage.windowOf(stage.olga);
  await openInsight(page);
  await page.emulateMedia({ media: 'print' });
  await page.getByText(/They are no marks for a group/).waitFor();
  expect(
    await page
      .getByRole('row', { name: /Fleiss’ kappa/ })
      .first()
      .isVisible(),
  ).toBe(true);
});

test('[IP6] two moments stand side by side: before anybody marked, and now', async () => {
  const page = await stage.windowOf(stage.ben);
  await openInsight(page);
  await openPart(page, 'Before and after');
  await page.getByLabel('Before', { exact: true }).selectOption({ label: 'Another time …' });
  await page.getByLabel('Before: time').fill('2020-01-01T12:00');
  const marks = page.getByRole('row', { name: /^Marks / });
  const { annotations } = await insight(stage.ben);
  await expect
    .poll(() => marks.innerText(), { timeout: 15_000 })
    .toMatch(new RegExp(`^Marks\\s+0\\s+${annotations}$`));
  await page.getByRole('row', { name: /^The same kind Nobody has marked anything/ }).waitFor();
});

test('[IP6] moments that cannot be compared are answered in words, and nothing is as of 1970', async () => {
  const page = await stage.windowOf(stage.ben);
  await openInsight(page);
  await openPart(page, 'Before and after');
  const before = page.getByLabel('Before', { exact: true });
  const after = page.getByLabel('After', { exact: true });
  await before.selectOption({ label: 'Now' });
  await after.selectOption({ label: 'The beginning' });
  await page.getByText('The first moment is later than the second: swap them.').waitFor();
  await before.selectOption({ label: 'The beginning' });
  await page.getByRole('row', { name: /^Marks 0 0/ }).waitFor();
  expect(await page.getByText('1970').count()).toBe(0);

  await before.selectOption({ label: 'Another time …' });
  const boxes = await Promise.all([before.boundingBox(), after.boundingBox()]);
  expect(boxes[0]).toMatchObject({ y: boxes[1]?.y, height: boxes[1]?.height });
  await page.getByLabel('Before: time').fill('2999-01-01T12:00');
  await page.getByText('That time has not come yet.').waitFor();
  expect(await page.getByRole('row', { name: /^Marks / }).count()).toBe(0);
});

test('[IP5] the group’s readings stand beside one another, with intervals, by voice and per 1,000 words', async () => {
  const page = await stage.windowOf(stage.ben);
  await openInsight(page);
  await openPart(page, 'Article against article');
  await page.getByRole('heading', { name: /\(this one\)$/ }).waitFor();
  await page
    .getByText(/\d+ marks? with a tag, \d+\.\d per 1,000 words/)
    .first()
    .waitFor();
  await page
    .getByText(/\d+ marks? on the author’s own words, \d+ on quoted ones/)
    .first()
    .waitFor();
  const others = page.getByRole('heading', { level: 3 }).getByRole('link');
  expect(await others.first().getAttribute('href')).toMatch(/^\/readings\/\w+\/insight$/);
});

test('[V1] in a blind reading the page says that only my own marks are counted, and nothing of others', async () => {
  const blind = await newReading(stage.olga);
  await stage.olga.send('PATCH', `/api${blind}`, { phase: 'blind' });
  const page = await stage.windowOf(stage.ben);
  await page.goto(`${blind}/insight`);
  await page.getByText('This reading is blind: until the reveal you see only your own').waitFor();
  await page.getByText('You have not marked anything yet.').waitFor();
});
