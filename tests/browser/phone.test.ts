import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '#tests/integration/client.ts';
import { type PostilServer, startServer } from '#tests/integration/postil-server.ts';
import { launchBrowser } from './browser.ts';
import { markReading } from './mark-reading.ts';
import { type ReaderWindow, openWindow } from './reader-window.ts';
import { mark, newReading, open, saved, toolbar } from './room.ts';
import { selectByHandles } from './select-words.ts';

const WORDS = 'Either way the wedge will not go in.';

let server: PostilServer;
let browser: Browser;
let olga: Client;
let opened: ReaderWindow;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  olga = await server.owner();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

afterEach(async () => {
  await opened.context.close();
  expect(opened.complaints).toEqual([]);
});

async function start(width: number, path: string): Promise<Page> {
  opened = await openWindow(browser, server.url, olga, { width, height: 844, touch: true });
  await open(opened.page, path);
  return opened.page;
}

describe.each([390, 768])('by touch at %i px', (width) => {
  it('[U1] a selection brings the toolbar to the bottom, and a tap on it marks', async () => {
    const page = await start(width, await newReading(olga));
    await page.touchscreen.tap(200, 400);
    await selectByHandles(page, WORDS);
    await toolbar(page).waitFor();
    const box = await toolbar(page).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(844 - 80);
    await toolbar(page).getByRole('button', { name: 'Prediction' }).tap();
    await mark(page, WORDS).waitFor();
    await saved(page);
  });

  it('[U3] a tap on a mark opens what is said there over the page, and the text stays where it is', async () => {
    const path = await newReading(olga);
    const others = await Promise.all(
      ['Anna Baum', 'Cora Klein', 'Dan Moor', 'Ida Lund', 'Eva Roth'].map((name) =>
        server.member(name),
      ),
    );
    await markReading(others, path.split('/').at(-1) ?? '');
    const page = await start(width, path);
    const commented = page.locator('article mark[data-contested]').first();
    await commented.scrollIntoViewIfNeeded();
    const before = await page.locator('article').boundingBox();
    await commented.tap();
    await page.getByRole('button', { name: 'Reply' }).first().waitFor();
    const after = await page.locator('article').first().boundingBox();
    expect(after?.width).toBe(before?.width);
    expect(after?.x).toBe(before?.x);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Reply' }).first().waitFor({ state: 'hidden' });
  });

  it('[U1] the toolbar comes when the selection has rested, not while its handles move', async () => {
    const page = await start(width, await newReading(olga));
    await page.touchscreen.tap(200, 400);
    await page.clock.install();
    await selectByHandles(page, WORDS);
    await page.clock.runFor(200);
    await selectByHandles(page, WORDS.slice(0, 20));
    await page.clock.runFor(200);
    expect(await toolbar(page).count()).toBe(0);
    await page.clock.runFor(60);
    await toolbar(page).waitFor();
  });

  it('[U2] the toolbar stands above a keyboard on the screen', async () => {
    const page = await start(width, await newReading(olga));
    await page.touchscreen.tap(200, 400);
    await selectByHandles(page, WORDS);
    await toolbar(page).waitFor();
    await page.evaluate(() => {
      const height = window.innerHeight - 300;
      Object.defineProperty(window.visualViewport, 'height', { get: () => height });
      window.visualViewport?.dispatchEvent(new Event('resize'));
    });
    const box = await toolbar(page).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(844 - 300 - 12);
  });

  it('[U5] the first visit teaches to select a passage, and names no key', async () => {
    opened = await openWindow(browser, server.url, await server.member('Nora New'), {
      width,
      height: 844,
      touch: true,
    });
    const { page } = opened;
    await open(page, await newReading(olga));
    await page.getByText('Select a passage to tag it or comment on it.').waitFor();
    expect(await page.getByText('press 1, 2 or 3').isVisible()).toBe(false);
  });
});
