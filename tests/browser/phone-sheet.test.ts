import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { comment, mark, newReading, open, saved } from './room.ts';
import { boundsOfWords } from './select-words.ts';
import { setStage } from './stage.ts';

const stage = setStage();
const HEIGHT = 844;
/** Commented on; the words after it in the same paragraph are not marked. */
const WORDS = 'Last August Biden walked out of Afghanistan';
const FAR = 'About the snare she is right.';
let path: string;

beforeAll(async () => {
  path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  await comment(page, WORDS, 'Which date would settle this?');
  await comment(page, FAR, 'Is she?');
  await saved(page);
});

async function phone(): Promise<Page> {
  const page = await stage.windowOf(stage.olga, { width: 390, height: HEIGHT, touch: true });
  await open(page, path);
  await mark(page, WORDS).waitFor({ state: 'attached' });
  return page;
}

const sheet = (page: Page) => page.getByRole('dialog', { name: 'Open in the margin' });
const scrollTop = (page: Page): Promise<number> => page.evaluate(() => window.scrollY);

/** Scrolls so that the words begin so far from the window's top. */
async function bringTo(page: Page, words: string, top: number): Promise<void> {
  const { from } = await boundsOfWords(page, words);
  await page.evaluate((by) => window.scrollBy({ top: by, behavior: 'instant' }), from.y - top);
}

async function tapWords(page: Page, words: string): Promise<void> {
  const at = await topOf(page, words);
  await page.touchscreen.tap(at.x + 12, at.y);
}

/** Where the first line of the marked words is, without scrolling there. */
async function topOf(page: Page, words: string): Promise<{ x: number; y: number }> {
  const box = await mark(page, words)
    .first()
    .evaluate((element) => {
      const { left, top, height } = element.getClientRects()[0] ?? new DOMRect();
      return { x: left, y: top + height / 2 };
    });
  return box;
}

/** A finger that pushes what is under it upwards. */
async function swipeUp(page: Page, x: number, y: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number): Promise<unknown> =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: at === undefined ? [] : [{ x, y: at }],
    });
  await touch('touchStart', y);
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (let by = 10; by <= 160; by += 10) await touch('touchMove', y - by);
  await touch('touchEnd');
  await session.detach();
}

it('[U3] a tapped mark opens the sheet at 40 %, its passage comes into the upper third, and closing goes back to the very place', async () => {
  const page = await phone();
  await bringTo(page, WORDS, 600);
  const before = await scrollTop(page);
  await tapWords(page, WORDS);
  await sheet(page).getByText('Which date would settle this?').waitFor();
  const box = await sheet(page).boundingBox();
  expect(box?.height).toBeCloseTo(HEIGHT * 0.4, 0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(HEIGHT);
  const { y } = await topOf(page, WORDS);
  expect(y).toBeGreaterThan(48);
  expect(y).toBeLessThan(HEIGHT / 3);
  await sheet(page).getByRole('button', { name: 'Close the sheet' }).tap();
  await sheet(page).waitFor({ state: 'hidden' });
  expect(await scrollTop(page)).toBe(before);
});

it('[U3] a passage in the upper third stays where it is', async () => {
  const page = await phone();
  await bringTo(page, WORDS, 200);
  const before = await scrollTop(page);
  await tapWords(page, WORDS);
  await sheet(page).getByText('Which date would settle this?').waitFor();
  expect(await scrollTop(page)).toBe(before);
});

it('[U3] who scrolls on while the sheet is open stays there', async () => {
  const page = await phone();
  await bringTo(page, WORDS, 600);
  await tapWords(page, WORDS);
  await sheet(page).getByText('Which date would settle this?').waitFor();
  const opened = await scrollTop(page);
  await swipeUp(page, 200, 400);
  await expect.poll(() => scrollTop(page)).toBeGreaterThan(opened + 100);
  await page.keyboard.press('Escape');
  await sheet(page).waitFor({ state: 'hidden' });
  expect(await scrollTop(page)).toBeGreaterThan(opened + 100);
});

it('[U4] the page behind does not scroll by a touch on the sheet, whether it has something to scroll or not', async () => {
  const page = await phone();
  await bringTo(page, FAR, 200);
  await tapWords(page, FAR);
  await sheet(page).getByText('Is she?').waitFor();
  const before = await scrollTop(page);
  await swipeUp(page, 200, 800);
  await swipeUp(page, 200, 800);
  expect(await scrollTop(page)).toBe(before);
  await sheet(page).getByRole('button', { name: 'Make the sheet taller' }).tap();
  await expect
    .poll(async () => (await sheet(page).boundingBox())?.height)
    .toBeCloseTo(HEIGHT * 0.9, 0);
  await swipeUp(page, 200, 700);
  expect(await scrollTop(page)).toBe(before);
  // A finger on the text beside it does scroll.
  await sheet(page).getByRole('button', { name: 'Make the sheet lower' }).tap();
  await expect
    .poll(async () => (await sheet(page).boundingBox())?.height)
    .toBeCloseTo(HEIGHT * 0.4, 0);
  await swipeUp(page, 200, 400);
  await expect.poll(() => scrollTop(page)).toBeGreaterThan(before + 100);
});

it('[U6] the thin line beside a paragraph is as wide as a finger: a tap on the first letters beside it means it, one further in does not', async () => {
  const page = await phone();
  await bringTo(page, WORDS, 400);
  const line = page.locator('[data-block]');
  await line.first().waitFor();
  const widths = await line.evaluateAll((lines) =>
    lines.map((one) => one.getBoundingClientRect()).map(({ left, width }) => [left, width]),
  );
  expect(widths).toContainEqual([0, 24]);
  const paragraph = page.locator('article p[data-start]', { hasText: WORDS });
  const bare = ((await paragraph.boundingBox())?.y ?? 0) + 10;
  await page.touchscreen.tap(42, bare);
  await sheet(page).getByText('1 comment here').waitFor();
  await page.touchscreen.tap(42, bare);
  await sheet(page).waitFor({ state: 'hidden' });
  await page.touchscreen.tap(120, bare);
  expect(await sheet(page).isVisible()).toBe(false);
});
