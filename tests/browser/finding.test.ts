import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Me } from '#lib/protocol/http.ts';
import type { Client } from '#tests/integration/client.ts';
import { type PostilServer, startServer } from '#tests/integration/postil-server.ts';
import { launchBrowser } from './browser.ts';
import { markReading } from './mark-reading.ts';
import { type ReaderWindow, openWindow } from './reader-window.ts';
import { mark, newReading, open, saved } from './room.ts';
import { markedWords, passingWords, selectWords } from './select-words.ts';

const WORDS = 'This is not kindness.';

let server: PostilServer;
let browser: Browser;
let olga: Client;
let anna: Client;
let marked: string;
let opened: ReaderWindow;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  olga = await server.owner();
  const names = ['Anna Baum', 'Cora Klein', 'Dan Moor', 'Ida Lund', 'Eva Roth'];
  const others = await Promise.all(names.map((name) => server.member(name)));
  anna = others[0] as Client;
  marked = await newReading(olga);
  await markReading(others, marked.split('/').at(-1) ?? '');
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

afterEach(async () => {
  await opened.context.close();
  expect(opened.complaints).toEqual([]);
});

async function start(path: string, who = olga): Promise<Page> {
  opened = await openWindow(browser, server.url, who);
  await open(opened.page, path);
  return opened.page;
}

const marks = (page: Page) => page.locator('article mark');
const query = (page: Page): string => new URL(page.url()).search;
const panel = (page: Page) => page.getByRole('complementary', { name: 'Search and filter' });
const line = (page: Page) => page.getByRole('status', { name: 'What is shown' });

it('[F1] h steps everyone, mine, none and round again, in text and address', async () => {
  const page = await start(marked);
  await marks(page).first().waitFor();
  await page.keyboard.press('h');
  await line(page).getByText('Nothing fits: only your marks').waitFor();
  expect([query(page), await marks(page).count()]).toEqual(['?show=mine', 0]);
  await page.keyboard.press('h');
  await line(page).getByText('Shown: no marks').waitFor();
  expect([query(page), await marks(page).count()]).toEqual(['?show=none', 0]);
  await page.keyboard.press('h');
  await marks(page).first().waitFor();
  expect(query(page)).toBe('');
});

it('[F1] a click on a name shows that person alone, in text and margin; again: everyone', async () => {
  const page = await start(marked);
  await marks(page).first().waitFor();
  const all = await markedWords(page);
  await page.getByRole('button', { name: /^People/ }).click();
  const name = page
    .getByRole('dialog', { name: 'People' })
    .getByRole('button', { name: /Eva Roth/ });
  await name.click();
  await line(page).getByText('only Eva Roth’s marks').waitFor();
  expect((await markedWords(page)).length).toBeLessThan(all.length);
  // Only she is left: nothing is contested, and no card is another's.
  expect(await page.locator('article mark[data-contested]').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Anna Baum', exact: true }).count()).toBe(0);
  await name.click();
  await expect.poll(() => markedWords(page)).toBe(all);
});

it('[F2] the choice survives a reload, and a mark of mine that it hides is said and shown', async () => {
  const { id } = await anna.get<Me>('/api/me');
  const path = await newReading(olga);
  const page = await start(`${path}?show=${id}`);
  await line(page).getByText('only Anna Baum’s marks').waitFor();
  await selectWords(page, WORDS);
  await page.keyboard.press('1');
  await line(page).getByText('Marked. Your filter hides it.').waitFor();
  expect(await marks(page).count()).toBe(0);
  await saved(page);
  await page.reload();
  await line(page).getByText('only Anna Baum’s marks').waitFor();
  expect(await marks(page).count()).toBe(0);
  await page.getByRole('button', { name: 'Show everything' }).click();
  await mark(page, WORDS).waitFor();
  expect(query(page)).toBe('');
});

it('[F4] [F7] filters combine, and the address carries them to another window', async () => {
  const page = await start(marked);
  await marks(page).first().waitFor();
  await page.keyboard.press('f');
  await panel(page).getByRole('button', { name: 'opinion' }).click();
  await panel(page).getByRole('button', { name: 'contested' }).click();
  await line(page).getByText('opinion · contested').waitFor();
  expect(query(page)).toBe('?tag=opinion&is=contested');
  const here = await markedWords(page);
  expect(here).not.toBe('');
  expect(await page.locator('article mark[data-lanes~="fact"]').count()).toBe(0);
  const link = page.url();
  await opened.context.close();
  const other = await start(new URL(link).pathname + new URL(link).search, anna);
  await expect.poll(() => markedWords(other)).toBe(here);
});

it('[F9] when nothing fits, the page says what hides and shows everything again', async () => {
  const page = await start(`${marked}?label=nobody-gave-it`);
  await line(page).getByText('Nothing fits: labelled nobody-gave-it').waitFor();
  expect(await marks(page).count()).toBe(0);
  await page.keyboard.press('f');
  await panel(page).getByText('No note or mark fits: labelled nobody-gave-it.').waitFor();
  await panel(page).getByRole('button', { name: 'Show everything' }).first().click();
  await marks(page).first().waitFor();
});

it('[F5] search finds words in the text, lights them, and Enter steps through', async () => {
  const page = await start(marked);
  await marks(page).first().waitFor();
  await page.keyboard.press('/');
  const field = page.getByRole('searchbox', { name: 'Search in text and comments' });
  await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.type('MÓSCOW');
  await panel(page)
    .getByText(/\d+ in text/)
    .waitFor();
  expect(query(page)).toBe('?q=M%C3%93SCOW');
  await expect.poll(() => passingWords(page, 'found')).toMatch(/^Moscow(\|Moscow)*$/);
  await page.keyboard.press('Enter');
  await panel(page)
    .getByText(/^1 of \d+$/)
    .waitFor();
  await expect.poll(() => passingWords(page, 'hover')).toBe('Moscow');
  await page.keyboard.press('Shift+Enter');
  await panel(page)
    .getByText(/^(\d+) of \1$/)
    .waitFor();
  await page.keyboard.press('Escape');
  await panel(page).waitFor({ state: 'detached' });
  expect([query(page), await passingWords(page, 'found')]).toEqual(['', '']);
});

it('[F5] [F6] search finds comments, sorts them, and a click opens one beside its passage', async () => {
  const page = await start(marked);
  await marks(page).first().waitFor();
  await page.keyboard.press('/');
  const field = page.getByRole('searchbox', { name: 'Search in text and comments' });
  await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.type('loaded adverb');
  const items = panel(page).getByRole('listitem').filter({ hasText: 'One loaded adverb' });
  await items.first().waitFor();
  await panel(page).getByRole('button', { name: 'newest first' }).click();
  await expect.poll(() => query(page)).toContain('sort=time');
  await items.first().getByRole('button').click();
  await panel(page).getByRole('button', { name: 'Reply' }).first().waitFor();
  await page.locator('.postil-outline > div').first().waitFor();
});

it('[F8] a click on the strip goes to that part of the text', async () => {
  const page = await start(marked);
  await marks(page).first().waitFor();
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await page.mouse.click(width - 7, height - 10);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(500);
  await page.mouse.click(width - 7, 52);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeLessThan(200);
});

it('[F8] n and Shift+n go from annotation to annotation, x to where members differ', async () => {
  // Somebody who reads from the beginning.
  const page = await start(marked, await server.member('Nora New'));
  await marks(page).first().waitFor();
  const contested = (at: number): Locator =>
    page.getByText(new RegExp(String.raw`\(contested, ${at} of \d+\)$`));
  await page.keyboard.press('n');
  await page.locator('.postil-outline > div').first().waitFor();
  await page.getByText(/\(1 of \d+\)$/).waitFor({ state: 'attached' });
  await page.keyboard.press('n');
  await page.getByText(/\(2 of \d+\)$/).waitFor({ state: 'attached' });
  await page.keyboard.press('Shift+N');
  await page.getByText(/\(1 of \d+\)$/).waitFor({ state: 'attached' });
  await page.keyboard.press('Shift+N');
  await page.getByText('There is no annotation before this.').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('x');
  await contested(1).waitFor({ state: 'attached' });
  const first = await contested(1).textContent();
  await page.keyboard.press('x');
  await contested(2).waitFor({ state: 'attached' });
  await page.keyboard.press('Shift+X');
  await contested(1).waitFor({ state: 'attached' });
  expect(await contested(1).textContent()).toBe(first);
});
