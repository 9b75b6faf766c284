import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { comment, mark, newReading, open, saved } from './room.ts';
import { markedWords, selectWords } from './select-words.ts';
import { setStage } from './stage.ts';
import { joinReading, type WritingReader } from './writing-reader.ts';

/** One small reading of which each filter leaves another part. */
const stage = setStage();
const MINE = 'Something in Moscow’s voice has changed.';
const FACT = 'This is not kindness.';
const OPINION = 'The second thought is the uglier one.';
const LATER = 'Either way the wedge will not go in.';

let path: string;
let page: Page;
let ben: WritingReader;

beforeEach(async () => {
  path = await newReading(stage.olga);
  ben = await joinReading(stage.ben, path.split('/').at(-1) ?? '');
  page = await stage.windowOf(stage.olga);
  await open(page, path);
  ben.mark(FACT, { tag: 'fact' });
  ben.mark(OPINION, { tag: 'opinion', comment: 'Is it? Ice is ice.' });
  await mark(page, OPINION).waitFor();
  await comment(page, MINE, 'Which record?');
  await page.keyboard.press('b');
  await page.getByLabel('Add a label').fill('war');
  await page.keyboard.press('Enter');
  await page.getByLabel('Add a label').blur();
  await page.keyboard.press('Escape');
  await saved(page);
});
afterEach(() => ben.close());

const panel = (): Locator => page.getByRole('complementary', { name: 'Search and filter' });
const choose = (name: string): Promise<void> =>
  panel().getByRole('button', { name, exact: true }).click();
const shown = (): Promise<string> => markedWords(page);

test('[F4] tag, mine, comment, person and label each leave what fits, in the text and in the list', async () => {
  await page.keyboard.press('f');
  for (const [choice, words] of [
    ['fact', FACT],
    ['without a tag', MINE],
    ['mine', MINE],
    ['with a comment', `${MINE}|${OPINION}`],
    ['Ben Noor', `${FACT}|${OPINION}`],
    ['war', MINE],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one choice after the other
    await choose(choice);
    // oxlint-disable-next-line no-await-in-loop -- one choice after the other
    await expect.poll(shown, { message: choice }).toBe(words);
    // oxlint-disable-next-line no-await-in-loop -- one choice after the other
    await expect
      .poll(() => panel().getByRole('listitem').count(), { message: choice })
      .toBe(words.split('|').length);
    // oxlint-disable-next-line no-await-in-loop -- and back
    await choose(choice);
  }
  await expect.poll(shown).toBe(`${MINE}|${FACT}|${OPINION}`);
});

test('[F2] [F3] what others do leaves my choice as it is: hidden, it is nowhere in the page', async () => {
  await page.keyboard.press('h');
  await expect.poll(shown).toBe(MINE);
  const { id } = await stage.ben.get<{ id: string }>('/api/me');
  ben.mark(LATER, { tag: 'prediction', comment: 'Not to be seen here.' });
  ben.mark(MINE, { tag: 'opinion' });
  // It has come: figures count what the text does not show.
  const figures = page.getByRole('group', { name: 'All marks so far' });
  await figures.filter({ hasText: '1 prediction' }).filter({ hasText: '2 opinion' }).waitFor();
  expect(await shown()).toBe(MINE);
  expect(new URL(page.url()).search).toBe('?show=mine');
  expect(await page.content()).not.toContain('Not to be seen here.');
  expect(await page.locator(`[id*="${id}"]`).count()).toBe(0);
  expect(await page.locator('[data-announcer]').textContent()).not.toContain('Ben');
});

test('[F6] newest first, or as in the text', async () => {
  await page.keyboard.press('f');
  const order = async (): Promise<string[]> =>
    (await panel().getByRole('listitem').allInnerTexts()).map(
      (item) => [MINE, FACT, OPINION].find((words) => item.includes(words)) ?? item,
    );
  await expect.poll(order).toEqual([MINE, FACT, OPINION]);
  await choose('newest first');
  await expect.poll(async () => (await order())[0]).toBe(MINE);
  await selectWords(page, LATER);
  await page.keyboard.press('2');
  await expect
    .poll(async () => await panel().getByRole('listitem').first().innerText())
    .toContain(LATER);
  await choose('as in the text');
  await expect.poll(order).toHaveLength(4);
  await expect.poll(async () => (await order())[0]).toBe(MINE);
});

test('[F5] [F8] places that have the words are ticks in the strip beside the marks', async () => {
  const ticks = (): Promise<number> => page.locator('[aria-hidden] > b').count();
  expect(await ticks()).toBe(0);
  await page.keyboard.press('/');
  await panel().waitFor();
  await page.keyboard.type('Moscow');
  await expect.poll(ticks).toBeGreaterThan(1);
  await expect.poll(() => page.locator('[aria-hidden] > i[data-tag]').count()).toBeGreaterThan(1);
  await page.keyboard.press('Escape');
  await expect.poll(ticks).toBe(0);
});
