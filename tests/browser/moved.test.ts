import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { LoggedRecord, Me } from '#lib/protocol/http.ts';
import type { Client } from '#tests/integration/client.ts';
import { type PostilServer, startServer } from '#tests/integration/postil-server.ts';
import { launchBrowser } from './browser.ts';
import { type ReaderWindow, openWindow } from './reader-window.ts';
import { comment, mark, newReading, open, saved, startComment } from './room.ts';
import { markedWords, selectWords } from './select-words.ts';

const MARKED = 'This is not kindness.';
const SAID = 'Either way the wedge will not go in.';
const FAR = 'About the snare she is right.';
const NEAR_IT = 'Sanctions would eat the money that keeps his friends loyal.';
const BLIND = 'only you and the instructors see your marks until the reveal';

let server: PostilServer;
let browser: Browser;
let olga: Client;
let ben: Client;
let opened: ReaderWindow;

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

afterEach(async () => {
  await opened.context.close();
  expect(opened.complaints).toEqual([]);
});

/** Counts, from now on, the changes of the page that leave the words without a mark. */
async function countBlinks(page: Page, words: string): Promise<() => Promise<number>> {
  await page.evaluate((sought) => {
    const seen = { blinks: 0 };
    Object.assign(globalThis, { seen });
    new MutationObserver(() => {
      const marks = [...document.querySelectorAll('article mark')];
      if (!marks.some((one) => one.textContent.includes(sought))) seen.blinks += 1;
    }).observe(document.body, { childList: true, subtree: true });
  }, words);
  return () =>
    page.evaluate(() => (globalThis as unknown as { seen: { blinks: number } }).seen.blinks);
}

/** Where the marked words are in the window: a change would be the text's moving under the reader. */
const topOf = async (page: Page, words: string): Promise<number | undefined> =>
  (await mark(page, words).boundingBox())?.y;

it('[Z6] a reveal takes no mark away for a moment, the text does not move, and what is being written goes on', async () => {
  const path = await newReading(olga);
  await olga.send('PATCH', `/api${path}`, { phase: 'blind' });
  opened = await openWindow(browser, server.url, ben);
  const { page } = opened;
  await open(page, path);
  await comment(page, FAR, 'He guesses a motive.');
  await startComment(page, NEAR_IT);
  await page.keyboard.type('Half a thought');
  await saved(page);
  const blinks = await countBlinks(page, FAR);
  const before = await topOf(page, FAR);

  await olga.send('POST', `/api${path}/reveal`, {});
  await page.getByText(BLIND).waitFor({ state: 'detached' });
  await saved(page);
  await page.keyboard.type(', to its end');
  await page.getByRole('textbox').filter({ hasText: 'Half a thought, to its end' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await mark(page, NEAR_IT).waitFor();
  await saved(page);
  // Counted by the very page that was there before: it was not loaded anew.
  expect(await blinks()).toBe(0);
  expect(await topOf(page, FAR)).toBe(before);
  const logged = await olga.get<LoggedRecord[]>(`/api${path}/annotations`);
  expect(logged.map(({ place }) => place)).toEqual(['shared', 'shared']);
});

it('[Z6] the card that is open stays open over a reveal', async () => {
  const path = await newReading(olga);
  await olga.send('PATCH', `/api${path}`, { phase: 'blind' });
  opened = await openWindow(browser, server.url, ben);
  const { page } = opened;
  await open(page, path);
  await comment(page, MARKED, 'He guesses a motive.');
  const card = page.locator('[data-active="true"]').filter({ hasText: 'He guesses a motive.' });
  await card.waitFor();
  await saved(page);
  await olga.send('POST', `/api${path}/reveal`, {});
  await page.getByText(BLIND).waitFor({ state: 'detached' });
  await saved(page);
  await card.waitFor();
  expect(await markedWords(page)).toBe(MARKED);
});

it('[M7] Ctrl+Z takes my mark back, Ctrl+Shift+Z makes it again, on the server too', async () => {
  const path = await newReading(olga);
  opened = await openWindow(browser, server.url, ben);
  const { page } = opened;
  await open(page, path);
  const { id } = await ben.get<Me>('/api/me');
  const tags = async (): Promise<unknown[]> => {
    const logged = await ben.get<LoggedRecord[]>(`/api${path}/annotations`);
    return logged.map(({ record }) => ('tag' in record ? [record.author, record.tag] : null));
  };
  await selectWords(page, MARKED);
  await page.keyboard.press('1');
  await selectWords(page, MARKED);
  await page.keyboard.press('3');
  await expect.poll(tags).toEqual([[id, 'opinion']]);
  await page.keyboard.press('Control+z');
  await expect.poll(tags).toEqual([[id, 'fact']]);
  await page.keyboard.press('Control+z');
  await expect.poll(tags).toEqual([]);
  expect(await mark(page, MARKED).count()).toBe(0);
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(tags).toEqual([[id, 'fact']]);
  await page.keyboard.press('Control+y');
  await expect.poll(tags).toEqual([[id, 'opinion']]);
});

it('[M5] keys are dead in a composer and with Ctrl, where undo takes no mark back', async () => {
  const path = await newReading(olga);
  opened = await openWindow(browser, server.url, ben);
  const { page } = opened;
  await open(page, path);
  await selectWords(page, MARKED);
  await page.keyboard.press('Control+1');
  await page.keyboard.press('1');
  await mark(page, MARKED).waitFor();
  await startComment(page, SAID);
  await page.keyboard.type('1 v c');
  await page.getByRole('textbox').filter({ hasText: '1 v c' }).waitFor();
  await page.keyboard.press('Control+z');
  await page.keyboard.type('!');
  await page.getByRole('textbox').filter({ hasText: '!' }).waitFor();
  expect(await markedWords(page)).toBe(MARKED);
  await page.getByRole('button', { name: 'Marks', pressed: true }).waitFor();
});

it('[M9] a private note from elsewhere is shown to me alone and counts in no figure', async () => {
  const path = await newReading(olga);
  opened = await openWindow(browser, server.url, ben);
  const { page } = opened;
  const { id } = await ben.get<Me>('/api/me');
  await page.addInitScript(
    (user) => localStorage.setItem(`postil.room.${user}.only-me`, 'true'),
    id,
  );
  await open(page, path);
  await selectWords(page, MARKED);
  await page.keyboard.press('1');
  await mark(page, MARKED).waitFor();
  await saved(page);
  const mine = await ben.get<LoggedRecord[]>(`/api${path}/annotations?place=private`);
  expect(mine.map(({ place }) => place)).toEqual([`private/${id}`]);
  expect(await ben.get<LoggedRecord[]>(`/api${path}/annotations`)).toEqual([]);
  await page.reload();
  await saved(page);
  await mark(page, MARKED).waitFor();
  const figures = page.getByRole('group', { name: 'All marks so far' });
  expect(await figures.innerText()).not.toContain('1 fact');
});
