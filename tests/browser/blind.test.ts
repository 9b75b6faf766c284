import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { LoggedRecord, Me, ReadingView } from '#lib/protocol/http.ts';
import type { Client } from '#tests/integration/client.ts';
import { type PostilServer, startServer } from '#tests/integration/postil-server.ts';
import { launchBrowser } from './browser.ts';
import { type ReaderWindow, openWindow } from './reader-window.ts';
import { chip, mark, newReading, open, saved } from './room.ts';
import { selectWords } from './select-words.ts';

const BEFORE = 'This is not kindness.';
const OFFLINE = 'Either way the wedge will not go in.';
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

async function marks(path: string): Promise<string[]> {
  const logged = await olga.get<LoggedRecord[]>(`/api${path}/annotations`);
  return logged.map(({ place, record }) =>
    'target' in record ? `${place}: ${record.target.exact}` : place,
  );
}

it('[V8] a member’s page says that it is blind, and after the reveal goes on in `shared` with what was kept', async () => {
  const path = await newReading(olga);
  const { id } = await ben.get<Me>('/api/me');
  const blind = await olga.send<ReadingView>('PATCH', `/api${path}`, { phase: 'blind' });
  expect(blind.place).toBe('shared');
  opened = await openWindow(browser, server.url, ben);
  const { page, context } = opened;
  await open(page, path);
  await page.getByText(BLIND).waitFor();
  await selectWords(page, BEFORE);
  await page.keyboard.press('3');
  await expect.poll(() => marks(path)).toEqual([`desk/${id}: ${BEFORE}`]);
  await saved(page);

  await context.setOffline(true);
  await server.restart();
  await chip(page).filter({ hasText: 'Offline' }).waitFor();
  await selectWords(page, OFFLINE);
  await page.keyboard.press('2');
  await chip(page).filter({ hasText: '1 kept here' }).waitFor();
  await olga.send('POST', `/api${path}/reveal`, {});
  expect(await marks(path)).toEqual([`shared: ${BEFORE}`]);

  await context.setOffline(false);
  await expect
    .poll(() => marks(path), { timeout: 30_000 })
    .toEqual([`shared: ${BEFORE}`, `shared: ${OFFLINE}`]);
  await saved(page);
  await page.getByText(BLIND).waitFor({ state: 'detached' });
  await Promise.all([mark(page, BEFORE).waitFor(), mark(page, OFFLINE).waitFor()]);
});
