import { mkdirSync } from 'node:fs';
import { joinReading } from '#server/demo/simulate.ts';
import type { Client } from '#tests/integration/client.ts';
import { startServer } from '#tests/integration/postil-server.ts';
import buildOnce from '../build-once.ts';
import { launchBrowser } from './browser.ts';
import { openWindow } from './reader-window.ts';

/** Takes the README's pictures anew, of a digest and the demo's simulated members: `npm run pictures`. */
const NAMES = ['Anna Baum', 'Ben Noor', 'Cora Klein', 'Dan Moor', 'Ida Lund'];
const FOLDER = 'docs/images';
/** One with which they differ near the beginning, and have something to say. */
const SEED = 108;
/** Where the members are, by the number of the block. */
const PARAGRAPHS = [1, 2, 2, 4, 4, 5];

await buildOnce();
mkdirSync(FOLDER, { recursive: true });
const server = await startServer();
const owner = await server.owner();
const others = await Promise.all(NAMES.map((name) => server.member(name)));
const [reading] = await owner.get<{ id: string }[]>('/api/readings');
if (reading === undefined) throw new Error('no reading at the first start');
const readers: [Client, ...Client[]] = [owner, ...others];
const simulation = await joinReading(readers, reading.id, SEED);
await simulation.play({ pace: 0 });
// All at the text's end by now: in the picture they read what it shows.
for (const [index, block] of PARAGRAPHS.entries())
  simulation.members[index]?.show({ cursor: null, block });

const browser = await launchBrowser();
const path = `/readings/${reading.id}`;
const { page } = await openWindow(browser, server.url, owner, { width: 1440, height: 1000 });
await page.goto(path);
await page.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
const contested = page.locator('article mark[data-contested]').first();
await contested.evaluate((mark) => mark.scrollIntoView({ block: 'center' }));
await contested.click();
await page.getByRole('button', { name: 'Reply' }).first().waitFor();
await page.mouse.move(0, 0);
await page.screenshot({ path: `${FOLDER}/reading.png`, animations: 'disabled' });
await page.goto(`${path}/insight`);
await page.getByRole('heading', { name: 'Where you differ most' }).waitFor();
await page.screenshot({ path: `${FOLDER}/insight.png`, animations: 'disabled' });
await browser.close();
simulation.leave();
await server.stop();
