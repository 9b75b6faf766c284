import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Me } from '#lib/protocol/http.ts';
import type { Client } from '#tests/integration/client.ts';
import { type PostilServer, startServer } from '#tests/integration/postil-server.ts';
import { launchBrowser } from './browser.ts';
import { lineOf } from './line-of.ts';
import { type ReaderWindow, cookiesOf, openWindow } from './reader-window.ts';
import { chip, comment, mark, newReading, open, saved } from './room.ts';

/** What somebody wrote and the server has not got, or would not take, as they and others see it. */
const PASSAGE = 'This is not kindness.';
const WORDS = 'My very own words about it';

let server: PostilServer;
let browser: Browser;
let olga: Client;
let windows: ReaderWindow[] = [];

beforeAll(async () => {
  server = await startServer();
  [browser, olga] = await Promise.all([launchBrowser(), server.owner()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

afterEach(async () => {
  const complaints = windows.flatMap((one) => one.complaints);
  await Promise.all(windows.map(({ context }) => context.close()));
  windows = [];
  expect(complaints).toEqual([]);
});

async function windowOf(client: Client): Promise<ReaderWindow> {
  const opened = await openWindow(browser, server.url, client);
  windows.push(opened);
  return opened;
}

async function changeRole(member: Client, role: 'annotator' | 'observer'): Promise<void> {
  const { id, groups } = await member.get<Me>('/api/me');
  await olga.send('PATCH', `/api/groups/${groups[0]?.id}/members/${id}`, { role });
}

const refusal = (page: Page) =>
  page.getByRole('region', { name: 'Not taken by the server' }).filter({ hasText: WORDS });

test('[C3] what the server would not take is shown with its words, stays, and goes when sent anew', async () => {
  const path = await newReading(olga);
  const ben = await server.member('Ben');
  const { page } = await windowOf(ben);
  const line = await lineOf(page);
  await open(page, path);
  await line.cut();
  await comment(page, PASSAGE, WORDS);
  await chip(page).filter({ hasText: 'Offline (1 kept here)' }).waitFor();
  await changeRole(ben, 'observer');
  line.mend();
  await refusal(page).filter({ hasText: 'As an observer' }).waitFor();
  await refusal(page).getByRole('button', { name: 'Copy' }).waitFor();
  await saved(page);

  await page.reload();
  await saved(page);
  await refusal(page).waitFor();
  expect(await (await ben.fetch(`/api${path}/annotations`)).json()).toEqual([]);

  await changeRole(ben, 'annotator');
  await page.reload();
  await saved(page);
  await refusal(page).getByRole('button', { name: 'Send again' }).click();
  await refusal(page).waitFor({ state: 'detached' });
  await mark(page, PASSAGE).waitFor();
  await saved(page);
  expect(await (await ben.fetch(`/api${path}/annotations`)).json()).toHaveLength(1);
});

test('[C5] who signs in next on this machine sees none of what is kept here; its author finds it again', async () => {
  const path = await newReading(olga);
  const [ben, carla] = await Promise.all([server.member('Ben'), server.member('Carla')]);
  const { page, context } = await windowOf(ben);
  const line = await lineOf(page);
  await open(page, path);
  await line.cut();
  await comment(page, PASSAGE, WORDS);
  await chip(page).filter({ hasText: '1 kept here' }).waitFor();
  await page.close();

  const seat = async (client: Client): Promise<Page> => {
    await context.clearCookies();
    await context.addCookies(cookiesOf(client, server.url));
    const next = await context.newPage();
    await open(next, path);
    return next;
  };
  const hers = await seat(carla);
  expect(await chip(hers).innerText()).not.toContain('kept');
  expect(await mark(hers, PASSAGE).count()).toBe(0);
  expect(await hers.content()).not.toContain(WORDS);
  await hers.close();

  const his = await seat(ben);
  await mark(his, PASSAGE).waitFor();
  expect(await (await ben.fetch(`/api${path}/annotations`)).json()).toHaveLength(1);
});
