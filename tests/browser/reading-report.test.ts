import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { ChangedTags, ReadingView } from '#lib/protocol/http.ts';
import { simulate } from '#server/demo/simulate.ts';
import { recordWriter } from '#tests/fixtures/record-writer.ts';
import { newReading } from './room.ts';
import { setStage } from './stage.ts';

/** The report and the list of changed tags, over what simulated members did and one more change of mind. */
const stage = setStage();
let path: string;
let reading: ReadingView;
let title: string;

beforeAll(async () => {
  path = await newReading(stage.olga);
  const id = path.split('/').at(-1) ?? '';
  const cora = await stage.server.member('Cora');
  await simulate([stage.ben, cora, await stage.server.member('Dan')], id);
  const all = await stage.olga.get<ReadingView[]>('/api/readings');
  reading = all.find((one) => one.id === id)!;
  title = reading.article.title;
  const [bens, coras] = [await recordWriter(stage.ben, reading), await recordWriter(cora, reading)];
  const mark = await bens.mark(0, { tag: 'fact' });
  await coras.mark(0, { comment: 'Who was there to see it?' });
  await bens.put('annotations', { ...mark, tag: 'opinion' });
});

async function openReport(page: Page): Promise<void> {
  await page.goto(`${path}/insight`);
  await page.getByRole('link', { name: 'Report', exact: true }).click();
  await page.getByText('Report of a reading').waitFor();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByText(/Two of you picked the same kind \d+ times? in 100/).waitFor();
}

test.each([1440, 390])(
  '[IR1] the report opens from the insight page and has all its parts, at %i px',
  async (width) => {
    const page = await stage.windowOf(stage.ben, { width, touch: width < 1024 });
    await openReport(page);
    const parts = page.getByRole('article').getByRole('heading', { level: 2 });
    expect(await parts.allInnerTexts()).toEqual([
      'The numbers',
      'What was marked',
      'Who read',
      'Where members differ most',
      'Predictions',
      'Changed tags',
      'How it was computed',
    ]);
    const passages = page.getByRole('region', { name: 'Where members differ most' });
    const link = passages.getByRole('link').first();
    expect(await link.getAttribute('href')).toMatch(new RegExp(`^${path}\\?at=\\d+-\\d+$`));
    const words = await page.locator('main').innerText();
    expect(words).toContain('Counted for Ben Noor: everything counts only what they may read');
    expect(words).not.toMatch(/NaN|undefined|Infinity/);
  },
);

test('[IR1] Markdown and JSON are files of the moment that the page shows', async () => {
  const page = await stage.windowOf(stage.ben);
  await openReport(page);
  const download = async (name: string): Promise<[string, string]> => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name }).click(),
    ]);
    return [file.suggestedFilename(), await readFile(await file.path(), 'utf8')];
  };
  const [name, markdown] = await download('Download Markdown');
  expect(name).toMatch(/^report-\d{4}-\d\d-\d\d\.md$/);
  expect(markdown).toMatch(/^# .*: report of a reading\n/);
  const [, text] = await download('Download JSON');
  const { at } = JSON.parse(text) as { at: string };
  expect(markdown).toContain(at);
  expect(await page.locator('main').innerText()).toContain(at);
});

test('[IR1] Print asks the browser to; on paper there are no buttons, and A4 and Letter both hold it', async () => {
  const page = await stage.windowOf(stage.ben);
  await openReport(page);
  const printed = page.evaluate(
    () => new Promise<boolean>((resolve) => (window.print = () => resolve(true))),
  );
  await page.getByRole('button', { name: 'Print' }).click();
  expect(await printed).toBe(true);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
  expect(await page.getByRole('link', { name: 'Download JSON' }).isVisible()).toBe(false);
  for (const format of ['A4', 'Letter']) {
    // oxlint-disable-next-line no-await-in-loop -- one printer
    const pdf = await page.pdf({ format });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  }
});

test.each([1440, 390])(
  '[IP6] changed tags: who, passage, old and new tag, and what was last said before, at %i px',
  async (width) => {
    const page = await stage.windowOf(stage.ben, { width, touch: width < 1024 });
    await page.goto(`${path}/insight`);
    await page
      .getByText(/picked the same kind/)
      .first()
      .waitFor();
    await page.getByRole('heading', { name: 'Before and after' }).click();
    const list = page.getByRole('region', { name: 'Changed tags' });
    const { changes } = await stage.ben.get<ChangedTags>(`/api${path}/changed-tags`);
    await list.getByText(new RegExp(`^${changes.length} tags? changed`)).waitFor();
    const first = list.getByRole('row').filter({ hasText: 'Ben Noor' }).first();
    await expect
      .poll(async () => (await first.innerText()).replaceAll(/\s+/g, ' '))
      .toMatch(/^Ben Noor .*fact .*opinion .*Who was there to see it\? Cora$/);
    const link = first.getByRole('link');
    expect(await link.getAttribute('href')).toMatch(new RegExp(`^${path}\\?at=\\d+-\\d+$`));
    const data = list.locator('details');
    await data.getByText('Data').first().click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      data.getByRole('button', { name: 'CSV' }).click(),
    ]);
    const csv = await readFile(await file.path(), 'utf8');
    expect(csv.trim().split('\r\n')).toHaveLength(changes.length + 1);
    expect(csv).toMatch(/,fact,opinion,Who was there to see it\?,Cora\r\n$/);
  },
);

test('[IP6] a change made meanwhile comes when one looks again, and not before', async () => {
  const page = await stage.windowOf(stage.ben);
  await page.goto(`${path}/insight`);
  await page
    .getByText(/picked the same kind/)
    .first()
    .waitFor();
  await page.getByRole('heading', { name: 'Before and after' }).click();
  const list = page.getByRole('region', { name: 'Changed tags' });
  const counted = list.getByText(/tags? changed \(/);
  const before = Number.parseInt((await counted.textContent()) ?? '', 10);
  const writer = await recordWriter(stage.olga, reading);
  const mark = await writer.mark(1, { tag: 'fact' });
  await writer.put('annotations', { ...mark, tag: null });
  expect(Number.parseInt((await counted.textContent()) ?? '', 10)).toBe(before);
  await list.getByRole('button', { name: 'Look again' }).click();
  await list.getByText(new RegExp(`^${before + 1} tags changed`)).waitFor();
  await list.getByRole('row', { name: /^Olga .* taken off/ }).waitFor();
});
