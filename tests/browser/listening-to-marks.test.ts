import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Client } from '#tests/integration/client.ts';
import { type PostilServer, startServer } from '#tests/integration/postil-server.ts';
import { launchBrowser } from './browser.ts';
import { openWindow } from './reader-window.ts';
import { comment, mark, newReading, open, saved } from './room.ts';
import { selectWords } from './select-words.ts';

const OPINION = 'This is not kindness.';
const FACT = 'Last August Biden walked out of Afghanistan';

let server: PostilServer;
let browser: Browser;
let olga: Client;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  olga = await server.owner();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it('[A1] a comment’s mark leads to its card, or where no cards are to its paragraph’s summary, as a bare mark does', async () => {
  const { page, complaints } = await openWindow(browser, server.url, olga);
  await open(page, await newReading(olga));
  await comment(page, FACT, 'Which date would settle this?');
  await selectWords(page, OPINION);
  await page.keyboard.press('3');
  const detailsOf = (words: string): Promise<string> =>
    mark(page, words).evaluate((element) => {
      const ids = element.getAttribute('aria-details')?.split(' ') ?? [];
      const there = ids.map((id) => document.getElementById(id)).find((one) => one !== null);
      return there?.textContent ?? '';
    });
  await expect.poll(() => detailsOf(FACT)).toContain('Which date would settle this?');
  // As a reader counts: without the line that says what the text is.
  await expect.poll(() => detailsOf(OPINION)).toMatch(/^\d+ marks?.* in paragraph 2$/);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => detailsOf(FACT)).toMatch(/^\d+ marks?.* in paragraph 4$/);
  expect(complaints).toEqual([]);
});

it('[A3] each paragraph with marks says how many by a button, drawn or not, that opens them', async () => {
  const { page, context, complaints } = await openWindow(browser, server.url, olga, {
    height: 300,
  });
  const path = await newReading(olga);
  await open(page, path);
  await comment(page, FACT, 'Which date?');
  await page.keyboard.press('Escape');
  await selectWords(page, FACT);
  await page.keyboard.press('1');
  await saved(page);
  await page.reload();
  await saved(page);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect.poll(() => mark(page, FACT).count()).toBe(0);
  const summary = page.getByRole('list', { name: 'Marks by paragraph' }).getByRole('button');
  expect(await summary.count()).toBe(1);
  expect(await summary.textContent()).toMatch(/^[12] marks?, 1 comment in paragraph \d+$/);
  const describes = await summary.evaluate(({ id }) =>
    document.querySelector(`[data-start][aria-details="${id}"]`)?.textContent?.includes('August'),
  );
  expect(describes).toBe(true);
  await summary.focus();
  await summary.press('Enter');
  await page.getByText('Which date?').first().waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

it('[A6] m marks the whole text, and that is remembered', async () => {
  const { page, complaints } = await openWindow(browser, server.url, olga, { height: 300 });
  await open(page, await newReading(olga));
  await selectWords(page, OPINION);
  await page.keyboard.press('3');
  await mark(page, OPINION).waitFor();
  await page.evaluate(() => {
    document.getSelection()?.removeAllRanges();
    window.scrollTo(0, document.body.scrollHeight);
  });
  await mark(page, OPINION).waitFor({ state: 'detached' });
  await page.keyboard.press('m');
  await mark(page, OPINION).waitFor({ state: 'attached' });
  await saved(page);
  await page.reload();
  await mark(page, OPINION).waitFor({ state: 'attached' });
  expect(complaints).toEqual([]);
});
