import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Client } from '#tests/integration/client.ts';
import { type PostilServer, startServer } from '#tests/integration/postil-server.ts';
import { launchBrowser } from './browser.ts';
import { type ReaderWindow, openWindow } from './reader-window.ts';
import { joinReading, type WritingReader } from './writing-reader.ts';
import { mark, newReading, open } from './room.ts';
import { boundsOfWords } from './select-words.ts';

/** Phrases of the first article's digest. */
const SENTENCE = 'The simplest explanation is also the likeliest: the plan has stopped working.';

let server: PostilServer;
let browser: Browser;
let olga: Client;
let ben: Client;
let opened: ReaderWindow;
let page: Page;
let writer: WritingReader;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  olga = await server.owner();
  ben = await server.member('Ben Noor');
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    await page.screenshot({ path: `tests/.artifacts/${task.name.slice(0, 40)}.png` });
  writer.close();
  await opened.context.close();
  expect(opened.complaints).toEqual([]);
});

/** Olga reads; Ben writes over a stock client whatever the test says. */
async function start(): Promise<void> {
  const path = await newReading(olga);
  opened = await openWindow(browser, server.url, olga);
  page = opened.page;
  await open(page, path);
  writer = await joinReading(ben, path.split('/').at(-1) ?? '');
}

const margin = () => page.getByRole('complementary', { name: 'Annotations' });
const card = (words: string) => margin().locator('section').filter({ hasText: words });
const topOf = async (words: string): Promise<number> => (await card(words).boundingBox())?.y ?? -1;

/** Where the page is scrolled, how tall the text is, and what has the focus and the selection. */
const stillness = () =>
  page.evaluate(() => ({
    scroll: window.scrollY,
    text: document.querySelector('article')?.getBoundingClientRect().toJSON() as unknown,
    focus: document.activeElement?.tagName,
    selected: document.getSelection()?.toString(),
  }));

it('[G1] [G8] a selection that is being dragged stays letter for letter while another marks it ten times', async () => {
  await start();
  const { from, to } = await boundsOfWords(page, SENTENCE);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  const before = await stillness();
  expect(before.selected).toBe(SENTENCE);
  for (let round = 0; round < 10; round += 1) writer.mark(SENTENCE, { tag: 'fact' });
  await margin().getByText('10', { exact: false }).first().waitFor();
  expect(await stillness()).toEqual(before);
  await page.mouse.up();
  await page.keyboard.press('Escape');
  await mark(page, SENTENCE).first().waitFor();
});

it('[G3] of a crowd at one place those without room fold into a line, which opens and folds by keyboard', async () => {
  await start();
  for (const words of writer.firstWords(12)) writer.mark(words, { comment: `About “${words}”.` });
  const line = margin()
    .getByRole('button', { name: /more conversations? here/ })
    .first();
  await line.waitFor();
  await line.focus();
  await page.keyboard.press('Enter');
  const list = margin()
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: /conversations?$/ }) });
  await list.waitFor();
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
  await line.waitFor();
});

it('[G4] what comes in view moves no card that is looked at', async () => {
  await start();
  const [first, second, third] = writer.firstWords(3);
  writer.mark(first ?? '', { comment: 'The first.' });
  writer.mark(third ?? '', { comment: 'The third.' });
  await card('The third.').waitFor();
  const before = [await topOf('The first.'), await topOf('The third.')];
  writer.mark(second ?? '', { comment: 'The second.' });
  await margin().getByText('1 new').or(card('The second.')).first().waitFor();
  expect([await topOf('The first.'), await topOf('The third.')]).toEqual(before);
});

it('[G5] what comes out of view is said at the margin’s edge, and is led to', async () => {
  await start();
  const last = writer.lastWords();
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
  const before = await stillness();
  writer.mark(last, { comment: 'At the very end.' });
  const line = page.getByRole('button', { name: '1 new below' });
  await line.waitFor();
  expect(await stillness()).toEqual(before);
  await line.click();
  await card('At the very end.').waitFor();
  await line.waitFor({ state: 'detached' });
});
