import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newReading, saved } from './room.ts';
import { setStage } from './stage.ts';
import { joinReading, type WritingReader } from './writing-reader.ts';

const stage = setStage();
let path: string;
let writers: WritingReader[];
let sentences: string[];

/** Four people: two against two on the first sentence, three against one on the second, all alike on the third. */
beforeAll(async () => {
  path = await newReading(stage.olga);
  const names = ['Cleo Zand', 'Dan Moor', 'Eva Still'];
  const others = await Promise.all(names.map((name) => stage.server.member(name)));
  const reading = path.split('/').at(-1) ?? '';
  writers = await Promise.all([stage.ben, ...others].map((client) => joinReading(client, reading)));
  sentences = writers[0]?.firstWords(9).slice(5) ?? [];
  const votes = [
    ['fact', 'fact', 'opinion', 'opinion'],
    ['fact', 'fact', 'fact', 'opinion'],
    ['fact', 'fact', 'fact', 'fact'],
  ];
  votes.forEach((tags, sentence) =>
    tags.forEach((tag, who) => writers[who]?.mark(sentences[sentence] ?? '', { tag })),
  );
});

afterAll(() => {
  for (const writer of writers ?? []) writer.close();
});

const passage = (page: Page): Locator => page.locator('blockquote mark');
const progress = (page: Page): Locator =>
  page.getByRole('navigation', { name: 'Contested passages' });

async function presenting(width = 1440): Promise<Page> {
  const page = await stage.windowOf(stage.olga, { width, height: 844, touch: width < 640 });
  await page.goto(`${path}/present`);
  await passage(page).waitFor();
  return page;
}

const at = async (page: Page, index: number, place: string): Promise<void> => {
  await progress(page).getByText(place, { exact: true }).waitFor();
  await passage(page)
    .filter({ hasText: sentences[index] ?? '' })
    .waitFor();
};

test('[IW1] p opens the most contested passage, Escape returns to the reading at the one that is on', async () => {
  const page = await stage.windowOf(stage.olga);
  await page.goto(path);
  await saved(page);
  await page.keyboard.press('p');
  await page.waitForURL(/\/present$/);
  await at(page, 0, '1 of 2');
  await page.keyboard.press('ArrowRight');
  await at(page, 1, '2 of 2');
  await page.keyboard.press('Escape');
  await page.waitForURL(/\/readings\/\w+\?at=\d+-\d+$/);
  await page
    .locator('article mark', { hasText: sentences[1] ?? '' })
    .first()
    .waitFor();
});

test('[IW1] arrows, Space, Page Up and Down, Home and End go on and back', async () => {
  const page = await presenting();
  await at(page, 0, '1 of 2');
  for (const [on, back] of [
    ['ArrowRight', 'ArrowLeft'],
    [' ', 'PageUp'],
    ['PageDown', 'Shift+Space'],
    ['End', 'Home'],
  ] as const) {
    await page.keyboard.press(on);
    await at(page, 1, '2 of 2');
    await page.keyboard.press(back);
    await at(page, 0, '1 of 2');
  }
});

test('[IW1] a tap on the right half goes on, on the left back', async () => {
  const page = await presenting(390);
  await page.touchscreen.tap(340, 200);
  await at(page, 1, '2 of 2');
  await page.touchscreen.tap(40, 200);
  await at(page, 0, '1 of 2');
});

test('[IW1] no name is on the page until n, and none after it again', async () => {
  const page = await presenting();
  const name = page.getByText('Cleo Zand');
  await page.getByText('4 marked it').waitFor();
  expect(await page.locator('body').innerText()).not.toContain('Cleo Zand');
  await page.keyboard.press('n');
  await name.waitFor();
  await page.keyboard.press('n');
  await name.waitFor({ state: 'detached' });
});

test('[IW1] a vote moves the bar; what is on stays on until the presenter moves', async () => {
  const page = await presenting();
  await page.keyboard.press('End');
  await at(page, 1, '2 of 2');
  await page.getByRole('main').getByText('1 opinion').waitFor();
  const members = await Promise.all(
    ['Hana Ito', 'Ida Lund'].map((name) => stage.server.member(name)),
  );
  const reading = path.split('/').at(-1) ?? '';
  const late = await Promise.all(members.map((client) => joinReading(client, reading)));
  // Now it is the most contested one.
  for (const writer of late) writer.mark(sentences[1] ?? '', { tag: 'opinion' });
  await page.getByRole('main').getByText('3 opinion').waitFor();
  await at(page, 1, '2 of 2');
  // A third becomes contested behind it.
  for (const writer of late) writer.mark(sentences[2] ?? '', { tag: 'opinion' });
  await at(page, 1, '2 of 3');
  for (const writer of late) writer.close();
});

test('[IW1] where nothing is contested the screen says so, until somebody differs', async () => {
  const quiet = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await page.goto(`${quiet}/present`);
  await page.getByText('Nothing is contested yet.').waitFor();
  const reading = quiet.split('/').at(-1) ?? '';
  const two = await Promise.all(
    [stage.olga, stage.ben].map((client) => joinReading(client, reading)),
  );
  two.forEach((writer, index) =>
    writer.mark(sentences[0] ?? '', { tag: index === 0 ? 'fact' : 'opinion' }),
  );
  await at(page, 0, '1 of 1');
  for (const writer of two) writer.close();
});

test('[IW1] who does not belong to the group is not shown it', async () => {
  const page = await stage.windowOf(null);
  await page.goto(`${path}/present`);
  await page.waitForURL(/\/sign-in/);
});

test('[IW1] the sentence stands in 32 px on a wall', async () => {
  const page = await presenting();
  expect(await passage(page).evaluate((one) => getComputedStyle(one).fontSize)).toBe('32px');
});
