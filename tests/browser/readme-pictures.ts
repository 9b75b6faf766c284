import { mkdirSync } from 'node:fs';
import { startServer } from '#tests/integration/postil-server.ts';
import buildOnce from '../build-once.ts';
import { launchBrowser } from './browser.ts';
import { markReading } from './mark-reading.ts';
import { openWindow } from './reader-window.ts';

/** Takes the README's pictures anew, of a digest: `npm run pictures`. */
const NAMES = ['Anna Baum', 'Ben Noor', 'Cora Klein', 'Dan Moor', 'Ida Lund'];
const FOLDER = 'docs/images';

await buildOnce();
mkdirSync(FOLDER, { recursive: true });
const server = await startServer();
const owner = await server.owner();
const others = await Promise.all(NAMES.map((name) => server.member(name)));
const [reading] = await owner.get<{ id: string }[]>('/api/readings');
if (reading === undefined) throw new Error('no reading at the first start');
await markReading([...others, owner], reading.id);

const browser = await launchBrowser();
const path = `/readings/${reading.id}`;
const size = { width: 1440, height: 1000 };
const readers = await Promise.all(
  others.slice(0, 4).map((client) => openWindow(browser, server.url, client, size)),
);
await Promise.all(readers.map(({ page }) => page.goto(path)));
const { page } = await openWindow(browser, server.url, owner, size);
await page.goto(path);
await page.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
await page.locator('article mark[data-contested]').first().click();
await page.getByRole('button', { name: 'Reply' }).first().waitFor();
await page.mouse.move(0, 0);
await page.screenshot({ path: `${FOLDER}/reading.png`, animations: 'disabled' });
await page.goto(`${path}/insight`);
await page.getByRole('heading', { name: 'Where you differ most' }).waitFor();
await page.screenshot({ path: `${FOLDER}/insight.png`, animations: 'disabled' });
await browser.close();
await server.stop();
