import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstLoadFiles } from '#tests/budget/first-load-files.ts';
import type { Client } from '#tests/integration/client.ts';
import { type PostilServer, startServer } from '#tests/integration/postil-server.ts';
import { launchBrowser } from './browser.ts';
import { openWindow } from './reader-window.ts';
import { newReading, open, startComment } from './room.ts';

const KB = 1024;
const distDir = resolve(import.meta.dirname, '..', '..', '.next');

let server: PostilServer;
let browser: Browser;
let olga: Client;
let reading: string;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  olga = await server.owner();
  reading = await newReading(olga);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it.each([
  ['/', () => '/'],
  ['/readings/[id]', () => reading],
])(
  'a page brings with its HTML the scripts that `npm run budget` counts: %s',
  async (route, at) => {
    const { page, context } = await openWindow(browser, server.url, olga);
    const html = await (await page.request.get(at())).text();
    const brought = [...html.matchAll(/<script\b[^>]*\bsrc="[^"]*"[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => !/\bnomodule\b/i.test(tag))
      .map((tag) => /\bsrc="\/_next\/([^"?]+)/.exec(tag)?.[1] ?? tag);
    await context.close();
    const counted = [...firstLoadFiles(distDir, route)];
    expect(brought.length).toBeGreaterThan(5);
    expect(brought.filter((file) => !counted.includes(file))).toEqual([]);
  },
);

it('the first composer that is opened brings at most 125 KB of scripts, and nobody has them before', async () => {
  const { page, context } = await openWindow(browser, server.url, olga);
  const scripts = scriptsOf(page);
  await open(page, reading);
  const before = scripts.splice(0);
  await startComment(page, 'This is not kindness.');
  await page.locator('[contenteditable="true"]').waitFor();
  const brought = await bodiesOf(scripts);
  const had = await bodiesOf(before);
  await context.close();
  expect(had.filter(isEditor)).toEqual([]);
  expect(brought.some(isEditor)).toBe(true);
  const size = brought.reduce((sum, body) => sum + gzipSync(body).length, 0);
  expect(size).toBeLessThanOrEqual(125 * KB);
});

it('nothing in the library moves when the code of its later parts comes', async () => {
  const { page, context } = await openWindow(browser, server.url, olga);
  await page.route('**/_next/static/chunks/*.js', (route) => route.abort());
  await page.goto('/');
  const before = await places(page);
  await page.unroute('**/_next/static/chunks/*.js');
  await page.goto('/', { waitUntil: 'networkidle' });
  expect(await places(page)).toEqual(before);
  expect(before.length).toBeGreaterThan(2);
  await context.close();
});

/** Where the page's parts stand. */
const places = (page: Page): Promise<number[][]> =>
  page
    .locator('article, section')
    .evaluateAll((parts) =>
      parts
        .map((part) => part.getBoundingClientRect())
        .map(({ x, y, width, height }) => [x, y, width, height]),
    );

/** What ProseMirror names its plugins by. */
const isEditor = (body: string): boolean => body.includes('ProseMirror');

function scriptsOf(page: Page): Response[] {
  const scripts: Response[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response);
  });
  return scripts;
}

const bodiesOf = (responses: readonly Response[]): Promise<string[]> =>
  Promise.all(responses.map((response) => response.text()));
