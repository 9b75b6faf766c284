import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LoggedRecord, ReadingView } from '#lib/protocol/http.ts';
import type { Block } from '#lib/article/document.ts';
import type { Client } from '#tests/integration/client.ts';
import { type PostilServer, startServer } from '#tests/integration/postil-server.ts';
import { launchBrowser } from './browser.ts';
import { openWindow } from './reader-window.ts';
import { mark, open, saved } from './room.ts';
import { selectWords } from './select-words.ts';

const project = dirname(dirname(import.meta.dirname));
const folder = [
  process.env['ARTICLES_DIR'],
  join(project, 'articles'),
  join(dirname(project), 'shared', 'articles'),
].find(
  (one) =>
    one !== undefined && existsSync(one) && readdirSync(one).some((name) => name.endsWith('.txt')),
);

let server: PostilServer;
let browser: Browser;
let olga: Client;

beforeAll(async () => {
  if (folder === undefined) return;
  server = await startServer({ env: { ARTICLES_DIR: folder } });
  browser = await launchBrowser();
  olga = await server.owner();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it('the readings are of the full texts, and what other papers say is set as quotation', async ({
  skip,
}) => {
  if (folder === undefined) return skip('skipped: full texts not found');
  const readings = await olga.get<ReadingView[]>('/api/readings');
  expect(readings.map(({ article }) => [article.words, article.digest])).toEqual(
    expect.arrayContaining([
      [1321, false],
      [1143, false],
    ]),
  );
  const blinked = readings.find(({ article }) => article.words === 1321);
  const path = `/readings/${blinked?.id}`;
  const blocks = await olga.get<Block[]>(`/api${path}/blocks`);
  const sources = new Set(
    blocks.filter(({ kind }) => kind === 'quotation').map(({ source }) => source),
  );
  expect(sources).toEqual(
    new Set(['Reuters', 'The New York Times', 'Yulia Latynina, The New York Times']),
  );

  const { page, complaints } = await openWindow(browser, server.url, olga);
  await open(page, path);
  await page.getByText('written about 28 January 2022, from the text itself').waitFor();
  await selectWords(page, 'there will be no war');
  await page.keyboard.press('2');
  await mark(page, 'there will be no war').waitFor();
  await saved(page);
  const [stored] = await olga.get<LoggedRecord[]>(`/api${path}/annotations`);
  expect(stored?.record).toMatchObject({
    tag: 'prediction',
    voice: { kind: 'quoted', who: 'Reuters' },
    target: { exact: 'there will be no war' },
  });
  const text = await (await olga.fetch(`/api${path}/text`)).text();
  if (stored === undefined || !('target' in stored.record)) throw new Error('no annotation');
  const { start, end } = stored.record.target;
  expect(text.slice(start, end)).toBe('there will be no war');
  expect(complaints).toEqual([]);
});
