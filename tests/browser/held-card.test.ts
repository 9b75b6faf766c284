import type { Locator, Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { mark, newReading, open, startComment } from './room.ts';
import { setStage } from './stage.ts';
import { joinReading, type WritingReader } from './writing-reader.ts';

/** The card that I look at, read with the keyboard, have open or write in: where it stands while somebody else is busy all round it. */
const stage = setStage();
const HELD = 'a minister who wished to be believed';
const SAID = 'Which minister?';
const LAST = 'Either way the wedge';

const BEFORE = [
  'On Wednesday the United States',
  'By Friday Sergei Lavrov',
  'He allowed that the Western papers',
  'This is not kindness.',
];
const BEHIND = ['But diplomats as old in the trade', 'The simplest explanation', 'Consider where'];
/** On words that the held card is about; the first and the last reach into lines before and behind. */
const INSIDE = [
  'still stand within reach of Ukraine, and a minister',
  'who wished',
  'to be believed would have sent some of them home',
];

let writer: WritingReader;
afterEach(() => writer.close());

const margin = (page: Page): Locator => page.getByRole('complementary', { name: 'Annotations' });
const card = (page: Page, words: string): Locator =>
  margin(page).locator('section').filter({ hasText: words });

/** The tops at which the card with these words is drawn from now on, in px, one for each frame that differs. */
async function topsOf(page: Page, words: string): Promise<() => Promise<unknown>> {
  await page.evaluate((sought) => {
    const seen: (number | null)[] = [];
    const look = (): void => {
      const found = [...document.querySelectorAll('aside section')].find((one) =>
        one.textContent.includes(sought),
      );
      const top = found?.getBoundingClientRect().top ?? null;
      if (seen.length === 0 || seen.at(-1) !== top) seen.push(top);
      requestAnimationFrame(look);
    };
    look();
    Object.assign(globalThis, { seen });
  }, words);
  return () => page.evaluate(() => (globalThis as unknown as { seen: unknown }).seen);
}

/** Olga reads, Ben has said something and can say more. */
async function start(): Promise<Page> {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  writer = await joinReading(stage.ben, path.split('/').at(-1) ?? '');
  writer.mark(HELD, { comment: SAID });
  for (const words of [BEFORE[1], BEHIND[0]]) writer.mark(words ?? '', { comment: 'At first.' });
  await card(page, SAID).waitFor();
  return page;
}

/** Ben comments before, behind and on the same words, and marks all of them; until the margin has taken it in. */
async function bustle(page: Page): Promise<void> {
  const all = [...BEFORE, ...BEHIND, ...INSIDE];
  for (const words of all) writer.mark(words, { comment: `About “${words}”.` });
  for (const words of all) writer.mark(words, { tag: 'opinion' });
  writer.mark(LAST, { tag: 'fact' });
  await mark(page, LAST).waitFor();
  // The text shows at once, the margin with the next frame.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

async function oneTop(page: Page, words: string): Promise<void> {
  const tops = await topsOf(page, words);
  await bustle(page);
  expect(await tops()).toEqual([expect.any(Number)]);
}

test('[G2] the card under the pointer keeps its top to the pixel', async () => {
  const page = await start();
  await card(page, SAID).hover();
  await oneTop(page, SAID);
});

test('[G2] the card that has the focus keeps its top to the pixel', async () => {
  const page = await start();
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await card(page, SAID).and(page.locator('[data-active="true"]')).waitFor();
  await page.keyboard.press('g');
  await page.waitForFunction(() => document.activeElement?.closest('aside') !== null);
  await oneTop(page, SAID);
});

test('[G2] the open card keeps its top to the pixel', async () => {
  const page = await start();
  await card(page, SAID).getByText(SAID).click();
  await card(page, SAID).getByRole('button', { name: 'Reply' }).waitFor();
  await page.mouse.move(5, 400);
  await oneTop(page, SAID);
});

test('[G2] the card in which I write keeps its top to the pixel, and the focus', async () => {
  const page = await start();
  await startComment(page, 'More than 100,000 Russian troops');
  await page.keyboard.type('Half a thought');
  // What stands in a plain field, before the editor has come, is no text of its card.
  await page.getByRole('textbox').filter({ hasText: 'Half a thought' }).waitFor();
  await page.mouse.move(5, 400);
  await oneTop(page, 'Half a thought');
  await page.keyboard.type(' more');
  await page.getByRole('textbox').filter({ hasText: 'Half a thought more' }).waitFor();
});
