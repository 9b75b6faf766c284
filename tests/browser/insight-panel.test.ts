import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '#tests/integration/client.ts';
import { pressKeys } from './press-keys.ts';
import { mark, newReading, open } from './room.ts';
import { selectWords } from './select-words.ts';
import { setStage } from './stage.ts';
import { joinReading, type WritingReader } from './writing-reader.ts';

const stage = setStage();
/** Three people differ on two sentences far from each other; a fourth is silent. */
let path: string;
let writers: WritingReader[];
let cleo: Client;
let first: string;
let last: string;

beforeAll(async () => {
  path = await newReading(stage.olga);
  cleo = await stage.server.member('Cleo Zand');
  const dan = await stage.server.member('Dan Moor');
  await stage.server.member('Eva Still');
  const clients = [stage.ben, cleo, dan];
  writers = await Promise.all(
    clients.map((client) => joinReading(client, path.split('/').at(-1) ?? '')),
  );
  const [ben] = writers as [WritingReader];
  first = ben.firstWords(9).at(-1) ?? '';
  last = ben.lastWords();
  ['fact', 'opinion', 'prediction'].forEach((tag, index) => {
    writers[index]?.mark(first, { tag });
    writers[index]?.mark(last, { tag });
  });
  ben.mark(first, { comment: 'Which date would settle this?' });
});

afterAll(() => {
  for (const writer of writers ?? []) writer.close();
});

const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Insight' });
const card = (page: Page): Locator =>
  panel(page).getByRole('region', { name: 'The sentence in view' });
const words = (page: Page): Locator => card(page).locator('blockquote');

async function opened(width: number, touch = false): Promise<Page> {
  const page = await stage.windowOf(stage.ben, { width, height: 844, touch });
  await open(page, path);
  await mark(page, first).first().waitFor({ state: 'attached' });
  return page;
}

const scrollTop = (page: Page): Promise<number> => page.evaluate(() => window.scrollY);

test('[IV5] i turns the margin into the panel of the passage in view, i and Escape turn it back', async () => {
  const page = await opened(1440);
  const before = await scrollTop(page);
  await pressKeys(page, 'i');
  await words(page).waitFor();
  expect(await scrollTop(page)).toBe(before);
  await pressKeys(page, 'i');
  await panel(page).waitFor({ state: 'detached' });
  await pressKeys(page, 'i');
  await panel(page).waitFor();
  await pressKeys(page, 'Escape');
  await panel(page).waitFor({ state: 'detached' });
});

test('[IV5] on a phone the ring around the sheet’s handle stays clear of the steps', async () => {
  const page = await opened(390);
  await pressKeys(page, 'i');
  const handle = panel(page).getByRole('button', { name: 'Make the sheet taller' });
  const next = panel(page).getByRole('button', { name: 'Next contested passage' });
  await next.waitFor();
  const [above, below] = [await handle.boundingBox(), await next.boundingBox()];
  const RING = 4;
  expect((above?.y ?? NaN) + (above?.height ?? NaN) + RING).toBeLessThanOrEqual(below?.y ?? NaN);
});

test('[IV5] it shows who chose what, what is said, and how many have not marked it', async () => {
  const page = await opened(1440);
  await selectWords(page, first);
  await pressKeys(page, 'i');
  await words(page).filter({ hasText: first }).waitFor();
  await card(page).getByText('1 fact').waitFor();
  for (const name of ['You', 'Cleo Zand', 'Dan Moor'])
    await card(page).getByRole('definition').filter({ hasText: name }).waitFor();
  await card(page).getByText('1 person has not marked it.').waitFor();
  await card(page).getByRole('button', { name: 'Which date would settle this?' }).click();
  await panel(page).locator('[role="comment"]').first().waitFor();
  await pressKeys(page, 'Escape');
  await card(page).getByText('1 comment').waitFor();
});

test('[IV5] it follows the reader who scrolls on, and next contested leads from one to the next', async () => {
  const page = await opened(1440);
  await pressKeys(page, 'i');
  await words(page).waitFor();
  const next = panel(page).getByRole('button', { name: 'Next contested passage' });
  await next.click();
  await words(page).filter({ hasText: first }).waitFor();
  await next.click();
  await words(page).filter({ hasText: last }).waitFor();
  await panel(page).getByRole('button', { name: 'Previous contested passage' }).click();
  await words(page).filter({ hasText: first }).waitFor();
  await page.mouse.move(400, 400);
  await page.mouse.wheel(0, 700);
  await expect.poll(() => words(page).textContent()).not.toContain(first);
  await pressKeys(page, 'x');
  await words(page).filter({ hasText: last }).waitFor();
});

test('[IV5] what others mark shows at once, is not said, and moves no line of the text', async () => {
  const page = await opened(1440);
  await selectWords(page, last);
  await pressKeys(page, 'i');
  await words(page).filter({ hasText: last }).waitFor();
  const before = await scrollTop(page);
  const gus = await stage.server.member('Gus Late');
  const late = await joinReading(gus, path.split('/').at(-1) ?? '');
  late.mark(last, { tag: 'fact' });
  await card(page).getByText('2 fact').waitFor();
  late.close();
  expect(await scrollTop(page)).toBe(before);
  const spoken = page.getByRole('status').filter({ hasText: '2 fact' });
  expect(await spoken.count()).toBe(0);
  await card(page).getByRole('button', { name: 'Read it out' }).click();
  await spoken.first().waitFor({ state: 'attached' });
});

test('[IV5] g goes to the panel and back to the text', async () => {
  const page = await opened(1440);
  await pressKeys(page, 'i');
  await words(page).waitFor();
  await pressKeys(page, 'g');
  expect(await panel(page).evaluate((one) => one.contains(document.activeElement))).toBe(true);
  await pressKeys(page, 'Escape');
  await panel(page).waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.closest('[data-insight]'))).toBeNull();
});

test.each([768, 390])(
  '[IV5] at %i px by touch: from the menu, the text as wide as before',
  async (width) => {
    const page = await opened(width, true);
    const wide = (): Promise<number> =>
      page.evaluate(() => document.querySelector('article')?.clientWidth ?? 0);
    const before = await wide();
    await page.getByRole('button', { name: /^Your menu/ }).tap();
    await page.getByRole('menuitem', { name: 'Insight of this passage' }).tap();
    await words(page).waitFor();
    expect(await wide()).toBe(before);
    const { height } = (await panel(page).locator('dialog, > div').first().boundingBox()) ?? {
      height: 0,
    };
    if (width === 390) expect(Math.round((height / 844) * 100)).toBe(40);
    await panel(page).getByRole('button', { name: 'Next contested passage' }).tap();
    await words(page).filter({ hasText: first }).waitFor();
    const led = mark(page, first).first();
    const lowest = async (): Promise<number> => {
      const [text, over] = await Promise.all([
        led.boundingBox(),
        panel(page).locator('dialog, > div').first().boundingBox(),
      ]);
      return (text?.y ?? Infinity) + (text?.height ?? 0) - (over?.y ?? 0);
    };
    await expect.poll(lowest).toBeLessThan(0);
    await panel(page)
      .getByRole('button', { name: /^Close/ })
      .tap();
    await panel(page).waitFor({ state: 'detached' });
  },
);
