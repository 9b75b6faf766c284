import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Client } from '#tests/integration/client.ts';
import { type PostilServer, startServer } from '#tests/integration/postil-server.ts';
import { launchBrowser } from './browser.ts';
import { openWindow, type ReaderWindow, type WindowOptions } from './reader-window.ts';

/** A server, a browser and two people of one group, for all tests of a file; windows are closed after each. */
export interface Stage {
  server: PostilServer;
  browser: Browser;
  olga: Client;
  ben: Client;
  windowOf(client: Client | null, options?: WindowOptions): Promise<Page>;
}

/** Filled before the first test. A window in which the browser complained fails its test. */
export function setStage(): Stage {
  let windows: ReaderWindow[] = [];
  const stage = {
    async windowOf(client: Client | null, options?: WindowOptions) {
      const opened = await openWindow(stage.browser, stage.server.url, client, options);
      windows.push(opened);
      return opened.page;
    },
  } as Stage;

  beforeAll(async () => {
    stage.server = await startServer();
    stage.browser = await launchBrowser();
    stage.olga = await stage.server.owner();
    stage.ben = await stage.server.member('Ben Noor');
  });
  afterAll(async () => {
    await stage.browser?.close();
    await stage.server?.stop();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPictures(windows, task.name);
    const complaints = windows.flatMap((one) => one.complaints);
    await Promise.all(windows.map(({ context }) => context.close()));
    windows = [];
    expect(complaints).toEqual([]);
  });
  return stage;
}

async function keepPictures(windows: readonly ReaderWindow[], name: string): Promise<void> {
  for (const [index, { page }] of windows.entries())
    if (!page.isClosed())
      // oxlint-disable-next-line no-await-in-loop -- pictures of a failure need not hurry
      await page.screenshot({ path: `tests/.artifacts/${name.slice(0, 40)} ${index}.png` });
}
