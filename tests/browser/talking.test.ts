import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LoggedRecord, Me, ReadingMeView } from '#lib/protocol/http.ts';
import type { Client } from '#tests/integration/client.ts';
import { type PostilServer, startServer } from '#tests/integration/postil-server.ts';
import { launchBrowser } from './browser.ts';
import { type ReaderWindow, openWindow } from './reader-window.ts';
import { comment, newReading, open, saved } from './room.ts';

/** Phrases of the first article's digest. */
const FACT = 'Last August Biden walked out of Afghanistan';
const OPINION = 'This is not kindness.';
const PREDICTION = 'Either way the wedge will not go in.';

let server: PostilServer;
let browser: Browser;
let olga: Client;
let ben: Client;
let path: string;
let windows: ReaderWindow[] = [];

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
    for (const [index, { page }] of windows.entries())
      await page.screenshot({ path: `tests/.artifacts/${task.name.slice(0, 40)} ${index}.png` });
  const complaints = windows.flatMap((one) => one.complaints);
  await Promise.all(windows.map(({ context }) => context.close()));
  windows = [];
  expect(complaints).toEqual([]);
});

async function windowOf(client: Client): Promise<Page> {
  const opened = await openWindow(browser, server.url, client);
  windows.push(opened);
  return opened.page;
}

const margin = (page: Page) => page.getByRole('complementary', { name: 'Annotations' });
const voice = (page: Page, words: string) =>
  margin(page).locator('[role="comment"][aria-level="1"]').filter({ hasText: words });
const button = (page: Page, name: string) =>
  margin(page).getByRole('button', { name, exact: true });
const records = (client: Client): Promise<LoggedRecord[]> =>
  client.get<LoggedRecord[]>(`/api${path}/annotations?format=json`);
const idOf = async (client: Client): Promise<string> => (await client.get<Me>('/api/me')).id;

/** Ann writes the comment, Ben has it open. */
async function commentedOn(words: string, said: string): Promise<[Page, Page]> {
  path = await newReading(olga);
  const [a, b] = [await windowOf(olga), await windowOf(ben)];
  await Promise.all([open(a, path), open(b, path)]);
  await comment(a, words, said);
  await saved(a);
  await margin(b).getByText(said).click();
  return [a, b];
}

describe('reactions and threads', () => {
  it('[T2] r says when nothing can be answered; my own words take no reaction of mine, and are heard of', async () => {
    path = await newReading(olga);
    const page = await windowOf(olga);
    await open(page, path);
    await page.keyboard.press('r');
    await page.getByText('Nothing is open to be answered.').first().waitFor();
    await comment(page, FACT, 'Which date?');
    await page.getByText('Your comment is there.').waitFor({ state: 'attached' });
    await page.keyboard.press('d');
    await page.keyboard.press('r');
    await page.getByRole('textbox').waitFor();
    await saved(page);
    const logged = await olga.get<{ map: string }[]>(`/api${path}/annotations`);
    expect(logged.map(({ map }) => map)).toEqual(['annotations']);
  });

  it('[T2] a reaction is counted for all, another takes its place, the same again takes it back', async () => {
    const [a, b] = await commentedOn(FACT, 'Which date?');
    await b.keyboard.press('a');
    await voice(a, 'Which date?').getByText('Agree 1').waitFor();
    await b.keyboard.press('q');
    await voice(a, 'Which date?').getByText('Question 1').waitFor();
    expect(await voice(a, 'Which date?').getByText('Agree 1').count()).toBe(0);
    await voice(b, 'Which date?').getByRole('button', { name: 'Question 1' }).click();
    await voice(a, 'Which date?').getByText('Question 1').waitFor({ state: 'detached' });
    await saved(b);
    expect((await records(ben)).filter(({ map }) => map === 'reactions')).toEqual([]);
  });

  it('[T3] who began it resolves it, it folds to one line for all, and opens again', async () => {
    const [a, b] = await commentedOn(OPINION, 'Says who?');
    expect(await button(b, 'Resolve').count()).toBe(0);
    await a.keyboard.press('t');
    await b.keyboard.press('Escape');
    await margin(b)
      .getByText(/Resolved by/)
      .waitFor();
    await margin(b).getByText('Says who?').waitFor({ state: 'detached' });
    await margin(a).getByText('Resolved by You').click();
    await button(a, 'Reopen').click();
    await margin(b).getByText('Says who?').waitFor();
  });

  it('[T4] who answers is named under the thread while they type, and not when they have closed it', async () => {
    const [a, b] = await commentedOn(FACT, 'Which date?');
    await b.keyboard.press('r');
    await b.keyboard.type('The thirti');
    await a.getByText('Ben Noor is answering').waitFor();
    await b.keyboard.press('Escape');
    await a.getByText('Ben Noor is answering').waitFor({ state: 'detached' });
  });

  it('[A2] a reply is a comment nested in the comment that it answers', async () => {
    const [a, b] = await commentedOn(FACT, 'Which date?');
    await b.keyboard.press('r');
    await b.keyboard.type('The thirtieth.');
    await b.keyboard.press('Control+Enter');
    const nested = voice(a, 'Which date?').locator('[role="comment"][aria-level="2"]');
    await nested.filter({ hasText: 'The thirtieth.' }).waitFor();
    expect(await nested.getAttribute('aria-label')).toBe('Ben Noor replies');
  });
});

describe('unread', () => {
  it('[T5] a comment of another is unread until it was looked at, on any device and after a reload', async () => {
    path = await newReading(olga);
    const a = await windowOf(olga);
    await open(a, path);
    await comment(a, FACT, 'Which date?');
    await saved(a);
    const unread = async (): Promise<number> =>
      (await ben.get<ReadingMeView>(`/api${path}/me`)).unread.length;
    expect(await unread()).toBe(1);
    const b = await windowOf(ben);
    const told = b.waitForRequest((request) => (request.postData() ?? '').includes('read'));
    await open(b, path);
    await b.getByRole('button', { name: '1 unread' }).click();
    await b.getByRole('button', { name: '1 unread' }).waitFor({ state: 'detached' });
    await (await told).response();
    expect(await unread()).toBe(0);
    expect((await olga.get<ReadingMeView>(`/api${path}/me`)).unread).toEqual([]);
  });

  it('[X2] [T5] u goes to the next unread one, and from the last to the first', async () => {
    path = await newReading(olga);
    const a = await windowOf(olga);
    await open(a, path);
    await comment(a, FACT, 'Which date?');
    await comment(a, OPINION, 'Is it not?');
    await saved(a);
    const b = await windowOf(ben);
    await open(b, path);
    await b.getByRole('button', { name: '2 unread' }).waitFor();
    await b.keyboard.press('u');
    await b.getByRole('button', { name: '1 unread' }).waitFor();
    await b.keyboard.press('u');
    await b.getByRole('button', { name: '1 unread' }).waitFor({ state: 'detached' });
    await b.keyboard.press('u');
    await b.getByText('You have read all that was said here.').waitFor();
  });
});

describe('a link to an annotation', () => {
  it('[T6] is copied with one key; it leads to the passage, opens the card and focuses it', async () => {
    const [a] = await commentedOn(PREDICTION, 'By when?');
    await windows[0]!.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await a.keyboard.press('l');
    await a.getByText('The link is copied.').waitFor();
    const link = await a.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain(`${path}#a=${await idOf(olga)}/`);
    const c = await windowOf(ben);
    await c.goto(link);
    await voice(c, 'By when?').waitFor();
    await c.waitForFunction(
      () =>
        document.activeElement?.textContent?.includes('By when?') === true &&
        document.activeElement.getAttribute('role') === 'comment',
    );
    await c.locator('.postil-outline > div').first().waitFor();
    const top = await c.evaluate(
      () => document.querySelector('.postil-outline > div')?.getBoundingClientRect().top,
    );
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(900);
  });
});
