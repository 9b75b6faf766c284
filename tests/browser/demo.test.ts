import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DemoCommand, startDemo } from '#tests/integration/demo-command.ts';
import { launchBrowser } from './browser.ts';
import { openWindow } from './reader-window.ts';
import { saved } from './room.ts';

let demo: DemoCommand;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  demo = startDemo(['--pace', '0.5']);
});

afterAll(async () => {
  await browser?.close();
  expect(await demo?.end('SIGTERM')).toEqual({ code: 0, left: [] });
});

it('[SM9] the printed link signs in and shows a reading in which six people mark and talk', async () => {
  const [, link = ''] = await demo.printed(/^(http\S+)$/m);
  const { page, context, complaints } = await openWindow(browser, new URL(link).origin, null);
  await page.goto(link);
  await page.getByRole('heading', { name: 'Welcome, Guest', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Continue as Guest' }).click();
  await page.waitForURL(/\/readings\/\w+$/);
  await saved(page);
  await page.locator('article mark').first().waitFor();
  const figures = page.getByRole('group', { name: 'All marks so far' });
  const before = await figures.textContent();
  await expect.poll(() => figures.textContent(), { timeout: 60_000 }).not.toBe(before);
  await page.getByRole('button', { name: /^People/ }).click();
  const people = page.getByRole('dialog', { name: 'People' });
  for (const name of [
    'Ada Brandt',
    'Mehdi Karimi',
    'Lena Okafor',
    'Tomás Vidal',
    'Ruth Adler',
    'Jun Sato',
  ])
    await people.getByText(name).first().waitFor();
  // Who has read on is welcomed back.
  const kept = page.waitForResponse((one) => one.url().endsWith('/me') && one.ok());
  await page.keyboard.press('Escape');
  await page.evaluate(() => window.scrollTo(0, 900));
  await kept;
  await page.goto(link);
  await page.getByRole('heading', { name: 'Welcome back, Guest', exact: true }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
