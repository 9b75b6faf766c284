import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Client } from '#tests/integration/client.ts';
import { type PostilServer, startServer } from '#tests/integration/postil-server.ts';
import { launchBrowser } from './browser.ts';
import { openWindow } from './reader-window.ts';

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

it('who joins gets a way back, and is not asked to join any more', async () => {
  const { page, context, complaints } = await openWindow(browser, server.url, null);
  await page.goto(new URL(server.inviteUrl).pathname);
  await page.getByLabel('Your name').fill('Anna Baum');
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('heading', { level: 1, name: 'You are in' }).waitFor();
  await expect.poll(() => page.title()).toMatch(/^You are in .* · Postil$/);
  await page.getByRole('button', { name: 'Start reading' }).click();
  await page.getByRole('heading', { level: 1, name: 'Reading group' }).waitFor();
  await expect.poll(() => page.title()).toBe('Library · Postil');
  await context.close();
  expect(complaints).toEqual([]);
});

it('who has no password is asked before signing out, and comes back with the link made there', async () => {
  const ben = await server.member('Ben Noor');
  const { page, context, complaints } = await openWindow(browser, server.url, ben);
  await page.goto('/');
  await page.getByRole('button', { name: 'Your menu, Ben Noor' }).click();
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign out?' });
  await dialog.getByText('You need your return link to come back').waitFor();
  await dialog.getByRole('button', { name: 'Make a link' }).click();
  const link = await dialog.getByLabel('Return link').inputValue();
  await page.screenshot({ path: 'tests/.artifacts/sign-out.png' });
  await dialog.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await page.goto(new URL(link).pathname);
  await page.getByRole('button', { name: 'Continue as Ben Noor' }).click();
  await page.getByRole('button', { name: 'Your menu, Ben Noor' }).waitFor();
  await context.close();
  expect(complaints).toEqual([]);
});

it('who has a password signs out at once', async () => {
  const { page, context } = await openWindow(browser, server.url, olga);
  await page.goto('/');
  await page.getByRole('button', { name: /^Your menu/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await context.close();
});

it('a new member appears on the open group page when one looks at it again', async () => {
  const [group] = await olga.get<{ id: string }[]>('/api/groups');
  const { page, context } = await openWindow(browser, server.url, olga);
  await page.goto(`/groups/${group?.id}`);
  await page.getByRole('rowheader', { name: /Ben Noor/ }).waitFor();
  await server.member('Cora Klein');
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await page.getByRole('rowheader', { name: /Cora Klein/ }).waitFor();
  await context.close();
});
