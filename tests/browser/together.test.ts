import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '#tests/integration/client.ts';
import { OWNER, type PostilServer, startServer } from '#tests/integration/postil-server.ts';
import { launchBrowser } from './browser.ts';
import { type ReaderWindow, type WindowOptions, openWindow } from './reader-window.ts';
import { chip, comment, mark, newReading, open, saved, startComment } from './room.ts';
import { boundsOfWords, markedWords, passingWords, selectWords } from './select-words.ts';

/** Phrases of the first article's digest. */
const OPINION = 'This is not kindness.';
const FACT = 'Last August Biden walked out of Afghanistan';
const PREDICTION = 'Either way the wedge will not go in.';
const SENTENCE = 'The simplest explanation is also the likeliest: the plan has stopped working.';

let server: PostilServer;
let browser: Browser;
let olga: Client;
let ben: Client;
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
  if (task.result?.state === 'fail') await keepPictures(task.name);
  const complaints = windows.flatMap((one) => one.complaints);
  await Promise.all(windows.map(({ context }) => context.close()));
  windows = [];
  expect(complaints).toEqual([]);
});

async function keepPictures(name: string): Promise<void> {
  for (const [index, { page }] of windows.entries())
    if (!page.isClosed())
      await page.screenshot({ path: `tests/.artifacts/${name.slice(0, 40)} ${index}.png` });
}

async function windowOf(client: Client | null, options?: WindowOptions): Promise<Page> {
  const opened = await openWindow(browser, server.url, client, options);
  windows.push(opened);
  return opened.page;
}

describe('two people on one article', () => {
  it('one tags, and the other sees it without touching anything', async () => {
    const path = await newReading(olga);
    const [a, b] = [await windowOf(olga), await windowOf(ben)];
    await Promise.all([open(a, path), open(b, path)]);
    await selectWords(a, OPINION);
    await a.keyboard.press('3');
    await mark(a, OPINION).waitFor();
    await mark(b, OPINION).waitFor();
    expect(await mark(b, OPINION).getAttribute('data-lead')).toBe('opinion');
    await saved(a);
  });

  it('one comments, the other replies, and the first sees the reply', async () => {
    const path = await newReading(olga);
    const [a, b] = [await windowOf(olga), await windowOf(ben)];
    await Promise.all([open(a, path), open(b, path)]);
    await comment(a, FACT, 'Which date would settle this?');
    await b.getByText('Which date would settle this?').click();
    await b.getByRole('button', { name: 'Reply', exact: true }).first().click();
    await b.keyboard.type('The thirtieth.');
    await b.keyboard.press('Control+Enter');
    await a
      .getByText('The thirtieth.')
      .or(a.getByRole('button', { name: '1 reply' }))
      .first()
      .waitFor();
  });

  it('a selection stays while another marks the same sentence', async () => {
    const path = await newReading(olga);
    const [a, b] = [await windowOf(olga), await windowOf(ben)];
    await Promise.all([open(a, path), open(b, path)]);
    const { from, to } = await boundsOfWords(a, SENTENCE);
    await a.mouse.move(from.x, from.y);
    await a.mouse.down();
    await a.mouse.move(to.x, to.y, { steps: 6 });
    const selected = await a.evaluate(() => document.getSelection()?.toString());
    expect(selected).toBe(SENTENCE);
    await selectWords(b, SENTENCE);
    await b.keyboard.press('1');
    await mark(b, 'simplest explanation').waitFor();
    await saved(b);
    await a.getByRole('group', { name: 'All marks so far' }).getByText('1 fact').waitFor();
    expect(await a.evaluate(() => document.getSelection()?.toString())).toBe(SENTENCE);
    await a.mouse.up();
    await a.keyboard.press('2');
    await expect
      .poll(() => mark(a, 'simplest explanation').first().getAttribute('data-lanes'))
      .toBe('fact prediction');
  });

  it('shows who is here, and where they read, only while they want it', async () => {
    const path = await newReading(olga);
    const [a, b] = [await windowOf(olga), await windowOf(ben)];
    await Promise.all([open(a, path), open(b, path)]);
    const reader = a.getByRole('button', { name: /^Ben Noor reads here/ });
    await reader.waitFor();
    await b.getByRole('button', { name: /^Your menu/ }).click();
    await b.getByRole('menuitem', { name: 'Hide where I am' }).click();
    await reader.waitFor({ state: 'detached' });
  });

  it('another’s selection shows while one looks, follows it, and goes with who hides', async () => {
    const path = await newReading(olga);
    const [a, b] = [await windowOf(olga), await windowOf(ben)];
    await Promise.all([open(a, path), open(b, path)]);
    const shown = (): Promise<string> => passingWords(a, 'remote');
    const reader = a.getByRole('button', { name: /^Ben Noor reads here and has selected/ });
    await selectWords(b, OPINION);
    await reader.hover();
    await expect.poll(shown).toBe(OPINION);
    await selectWords(b, SENTENCE);
    await expect.poll(shown).toBe(SENTENCE);
    await b.getByRole('button', { name: /^Your menu/ }).click();
    await b.getByRole('menuitem', { name: 'Hide where I am' }).click();
    await reader.waitFor({ state: 'detached' });
    await expect.poll(shown).toBe('');
  });
});

describe('nothing is lost', () => {
  it('a reload shows the same marks', async () => {
    const path = await newReading(olga);
    const page = await windowOf(olga);
    await open(page, path);
    for (const [words, key] of [
      [OPINION, '3'],
      [FACT, '1'],
      [PREDICTION, '2'],
    ] as const) {
      await selectWords(page, words);
      await page.keyboard.press(key);
      await mark(page, words).waitFor();
    }
    await saved(page);
    const before = await markedWords(page);
    await page.reload();
    await saved(page);
    await expect.poll(() => markedWords(page)).toBe(before);
  });

  it('what is marked while the server is away arrives when it is back', async () => {
    const path = await newReading(olga);
    const [a, b] = [await windowOf(olga), await windowOf(ben)];
    await Promise.all([open(a, path), open(b, path)]);
    await server.kill();
    await chip(a).filter({ hasText: 'Offline' }).waitFor();
    await selectWords(a, PREDICTION);
    await a.keyboard.press('2');
    await mark(a, PREDICTION).waitFor();
    await chip(a).filter({ hasText: 'Offline (1 kept here)' }).waitFor();
    await server.restart();
    await mark(b, PREDICTION).waitFor({ timeout: 60_000 });
    await saved(a);
  });

  it('what was marked offline survives closing the window', async () => {
    const path = await newReading(olga);
    const opened = await openWindow(browser, server.url, olga);
    windows.push(opened);
    const { page, context } = opened;
    await open(page, path);
    await server.kill();
    await chip(page).filter({ hasText: 'Offline' }).waitFor();
    await selectWords(page, FACT);
    await page.keyboard.press('1');
    await chip(page).filter({ hasText: '1 kept here' }).waitFor();
    await page.close();
    await server.restart();
    const again = await context.newPage();
    await again.goto(path);
    await mark(again, FACT).waitFor();
    await saved(again);
    const b = await windowOf(ben);
    await open(b, path);
    await mark(b, FACT).waitFor();
  });

  it('a draft stays on the device until it is sent', async () => {
    const path = await newReading(olga);
    const page = await windowOf(olga);
    await open(page, path);
    await selectWords(page, SENTENCE);
    await page.keyboard.press('c');
    await page.keyboard.type('Half a thought');
    await page.getByRole('textbox').filter({ hasText: 'Half a thought' }).waitFor();
    await page.reload();
    await saved(page);
    const unsent = page.getByRole('region', { name: 'Unsent' });
    await unsent.getByText('Half a thought').waitFor();
    await unsent.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('textbox').filter({ hasText: 'Half a thought' }).waitFor();
    await unsent.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await unsent.getByRole('button', { name: 'Discard' }).click();
    await unsent.getByRole('button', { name: 'Discard' }).click();
    await unsent.waitFor({ state: 'detached' });
  });

  it('another mark opens while a comment is written, whose words wait', async () => {
    const path = await newReading(olga);
    const page = await windowOf(olga);
    await open(page, path);
    await selectWords(page, OPINION);
    await page.keyboard.press('3');
    await mark(page, OPINION).waitFor();
    await startComment(page, SENTENCE);
    await page.keyboard.type('Half a thought');
    await mark(page, OPINION).click();
    await page.getByRole('region', { name: 'Marked here' }).waitFor();
    await page.getByRole('region', { name: 'Unsent' }).getByText('Half a thought').waitFor();
  });
});

describe('the sentence cursor', () => {
  const cursor = (page: Page): Promise<string> => passingWords(page, 'cursor');

  it('is where it was after a comment by keyboard, and Enter opens what is there', async () => {
    const path = await newReading(olga);
    const page = await windowOf(olga);
    await open(page, path);
    for (let tabs = 0; tabs < 30 && (await cursor(page)) === ''; tabs += 1)
      // oxlint-disable-next-line no-await-in-loop -- one key after the other
      await page.keyboard.press('Tab');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown'])
      // oxlint-disable-next-line no-await-in-loop -- one key after the other
      await page.keyboard.press(key);
    const sentence = await cursor(page);
    expect(sentence).not.toBe('');
    await page.keyboard.press('c');
    await page.getByRole('textbox').waitFor();
    await page.keyboard.type('By keyboard');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => cursor(page)).toBe(sentence);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    const card = page.locator('[data-active="true"]');
    await card.getByText('By keyboard').waitFor();
    await page.keyboard.press('c');
    await page.getByRole('textbox').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => cursor(page)).toBe(sentence);
  });

  it('comes at no sentence after a comment by mouse', async () => {
    const path = await newReading(olga);
    const page = await windowOf(olga);
    await open(page, path);
    await comment(page, FACT, 'By mouse');
    await page.locator('[data-active="true"]').getByText('By mouse').waitFor();
    await page.waitForTimeout(200);
    expect(await cursor(page)).toBe('');
  });
});

describe('the article is static', () => {
  it('a refresh of the page’s data and a change of theme leave the very same text nodes', async () => {
    const path = await newReading(olga);
    const page = await windowOf(olga);
    await open(page, path);
    await selectWords(page, FACT);
    await page.keyboard.press('1');
    await mark(page, FACT).waitFor();
    await page.evaluate(() => {
      const walker = document.createTreeWalker(
        document.querySelector('article')!,
        NodeFilter.SHOW_TEXT,
      );
      const nodes: Node[] = [];
      while (walker.nextNode() !== null)
        if (walker.currentNode.parentElement?.closest('[data-start]'))
          nodes.push(walker.currentNode);
      Object.assign(globalThis, { before: nodes });
    });
    await page.evaluate(() => {
      const { next } = globalThis as unknown as { next: { router: { refresh(): void } } };
      next.router.refresh();
    });
    await page.getByRole('button', { name: /^Your menu/ }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await expect
      .poll(() => page.evaluate(() => document.documentElement.dataset['theme']))
      .toBe('dark');
    await page.waitForLoadState('networkidle');
    const same = await page.evaluate(() => {
      const { before } = globalThis as unknown as { before: Node[] };
      return before.length > 10 && before.every((node) => node.isConnected);
    });
    expect(same).toBe(true);
    await mark(page, FACT).waitFor();
  });
});

describe('the tags add up', () => {
  it('the line under the byline, the insight page and the route say what was done', async () => {
    const path = await newReading(olga);
    const [a, b] = [await windowOf(olga), await windowOf(ben)];
    await Promise.all([open(a, path), open(b, path)]);
    const tag = async (page: Page, words: string, key: string): Promise<void> => {
      await selectWords(page, words);
      await page.keyboard.press(key);
      await mark(page, words).first().waitFor();
    };
    await tag(a, OPINION, '3');
    await tag(a, PREDICTION, '2');
    await tag(b, OPINION, '1');
    await Promise.all([saved(a), saved(b)]);
    for (const words of ['1 fact', '1 prediction', '1 opinion'])
      await a.getByText(words, { exact: false }).first().waitFor();
    const insight = await olga.get<{
      annotations: number;
      members: number;
      tags: { tag: string; annotations: number }[];
      passages: { tags: Record<string, number> }[];
    }>(`/api${path}/insight`);
    expect(insight).toMatchObject({ annotations: 3, members: 2 });
    expect(insight.tags.map(({ tag, annotations }) => [tag, annotations])).toEqual([
      ['fact', 1],
      ['opinion', 1],
      ['prediction', 1],
    ]);
    expect(insight.passages.map(({ tags }) => tags)).toContainEqual({ fact: 1, opinion: 1 });
    await a.getByRole('link', { name: 'Insight' }).click();
    await a.waitForURL(`**${path}/insight`);
    await a
      .getByText(/3 marks/)
      .first()
      .waitFor();
    await tag(b, FACT, '1');
    await a
      .getByText(/4 marks/)
      .first()
      .waitFor();
    await a
      .getByRole('link', { name: new RegExp(OPINION.slice(0, 12)) })
      .first()
      .click();
    await a.waitForURL(/\?at=/);
    await mark(a, OPINION).first().waitFor();
  });
});

describe('people', () => {
  it('the owner comes by the setup link, others by the invite; a return link brings them back', async () => {
    const fresh = await startServer();
    const page = (await openWindow(browser, fresh.url, null)).page;
    await page.goto(fresh.setupUrl);
    await page.getByLabel('Your name').fill('Ines Owner');
    await page.getByLabel('Mail address').fill('ines@example.org');
    await page
      .getByLabel(/password/i)
      .first()
      .fill(OWNER.password);
    await page.getByRole('button', { name: 'Set up Postil' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('Has Putin blinked?').first().waitFor();

    const other = (await openWindow(browser, fresh.url, null)).page;
    await other.goto(fresh.inviteUrl);
    await other.getByLabel(/name/i).fill('Ben Noor');
    await other.getByRole('button', { name: /join/i }).click();
    const link = await other.getByLabel('Your return link').inputValue();
    const back = (await openWindow(browser, fresh.url, null)).page;
    await back.goto(link);
    await back.getByRole('button', { name: /Ben Noor/ }).click();
    await back.getByText('Has Putin blinked?').first().waitFor();
    await Promise.all([page, other, back].map((one) => one.context().close()));
    await fresh.stop();
  });
});
