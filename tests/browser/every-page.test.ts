import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Client } from '#tests/integration/client.ts';
import { type PostilServer, startServer } from '#tests/integration/postil-server.ts';
import { launchBrowser } from './browser.ts';
import { markReading } from './mark-reading.ts';
import { openWindow } from './reader-window.ts';
import { newReading, saved } from './room.ts';
import { storedMarks } from './stored-marks.ts';
import { joinReading } from './writing-reader.ts';

let server: PostilServer;
let browser: Browser;
let olga: Client;
let ben: Client;
let reading: string;
let group: string;
/** Nothing in it is anybody else's for Ben. */
let blind: string;
let closed: string;
/** Every sentence has its conversation: the margin has no room for them. */
let crowded: string;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  olga = await server.owner();
  ben = await server.member('Ben Noor');
  const [first] = await olga.get<{ id: string; group: string }[]>('/api/readings');
  if (first === undefined) throw new Error('no reading at the first start');
  reading = first.id;
  group = first.group;
  const names = ['Anna Baum', 'Cora Klein', 'Dan Moor', 'Ida Lund'];
  const others = await Promise.all(names.map((name) => server.member(name)));
  const members = [olga, ben, ...others];
  await markReading(members, reading);
  [blind, closed, crowded] = await Promise.all([
    newReading(olga),
    newReading(olga),
    newReading(olga),
  ]);
  await markReading(members, idOf(closed));
  await olga.send('PATCH', `/api${closed}`, { phase: 'closed' });
  await olga.send('PATCH', `/api${blind}`, { phase: 'blind' });
  const talkers = await Promise.all(members.map((one) => joinReading(one, idOf(crowded))));
  const words = talkers[0]?.firstWords(40) ?? [];
  for (const [at, one] of words.entries())
    talkers[at % talkers.length]?.mark(one, { tag: 'opinion', comment: 'Who says so, and when?' });
  await vi.waitFor(
    async () => expect(await storedMarks(olga, crowded)).toHaveLength(words.length),
    15_000,
  );
  for (const talker of talkers) talker.close();
});

const idOf = (path: string): string => path.split('/').at(-1) ?? '';

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Every page there is, who looks at it, and a heading or control that shows it has come. */
const PAGES: [name: string, path: () => string, who: () => Client | null][] = [
  ['library', () => '/', () => olga],
  ['library of an annotator', () => '/', () => ben],
  ['reading', () => `/readings/${reading}`, () => ben],
  ['blind reading', () => blind, () => ben],
  ['closed reading', () => closed, () => ben],
  ['crowded reading', () => crowded, () => ben],
  [
    'reading with a filter that nothing fits',
    () => `${closed}?is=unresolved&label=nobody`,
    () => ben,
  ],
  ['insight', () => `/readings/${reading}/insight`, () => olga],
  ['present', () => `/readings/${reading}/present`, () => olga],
  ['predictions', () => `/groups/${group}/predictions`, () => olga],
  ['predictions of an annotator', () => `/groups/${group}/predictions`, () => ben],
  ['report', () => `/readings/${reading}/report`, () => ben],
  ['report before the reveal', () => `${blind}/report`, () => ben],
  ['report of no time', () => `/readings/${reading}/report?at=then`, () => ben],
  ['group', () => `/groups/${group}`, () => olga],
  ['group of an annotator', () => `/groups/${group}`, () => ben],
  ['new group', () => '/groups/new', () => olga],
  ['import', () => `/articles/new?group=${group}`, () => olga],
  ['sign-in', () => '/sign-in', () => null],
  ['join', () => `/join/${server.inviteCode}`, () => null],
  ['unknown invite', () => '/join/unknown-invite-0000', () => null],
  [
    'used setup link',
    () => new URL(server.setupUrl).pathname + new URL(server.setupUrl).search,
    () => null,
  ],
  ['unknown return link', () => '/return/not-a-token', () => null],
  ['unknown page', () => '/nowhere', () => ben],
  ['reading that is not mine', () => '/readings/aaaaaaaaaaaaaaaa', () => ben],
];

/** What can be open on the page of a reading, and how it is opened. */
const STATES: [name: string, open: (page: Page) => Promise<void>][] = [
  [
    'an open card with its details',
    async (page) => {
      await openMyMark(page);
      await page.getByRole('button', { name: 'Details', exact: true }).first().click();
      await page.getByRole('group', { name: 'Details of the mark' }).waitFor();
    },
  ],
  [
    'the insight panel',
    async (page) => {
      await page.keyboard.press('i');
      await page.getByRole('region', { name: 'The sentence in view' }).waitFor();
    },
  ],
  [
    'the sheet of keys',
    async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keys and codebook' }).waitFor();
    },
  ],
  [
    'search and filter',
    async (page) => {
      await page.getByRole('button', { name: 'Search and filter' }).click();
      const panel = page.getByRole('complementary', { name: 'Search and filter' });
      await panel.getByRole('searchbox').fill('the');
      await panel.getByText(/in text$/).waitFor();
    },
  ],
  [
    'a conversation',
    async (page) => {
      await page.locator('article mark[data-contested]').first().click();
      await page.getByRole('button', { name: 'Reply' }).first().waitFor();
    },
  ],
  [
    'the marks of a paragraph',
    async (page) => {
      await page
        .getByRole('list', { name: 'Marks by paragraph' })
        .getByRole('button')
        .first()
        .focus();
      await page.keyboard.press('Enter');
      await page.getByRole('region', { name: /here$/ }).first().waitFor();
    },
  ],
  [
    'the toolbar over several marks of mine',
    async (page) => {
      await page.evaluate(() => {
        const blocks = [...document.querySelectorAll('article p[data-start]')];
        const [first, last] = [blocks[1], blocks[3]];
        if (first === undefined || last === undefined) throw new Error('The text is too short.');
        document.getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length);
      });
      await page.getByRole('group', { name: /^Your \d+ marks here/ }).waitFor();
    },
  ],
];

/** Clicks marks, one after the other, until one that can be changed is open. */
async function openMyMark(page: Page): Promise<void> {
  for (const found of await page.locator('article mark').all()) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await found.click();
    // oxlint-disable-next-line no-await-in-loop -- whether it was mine
    if ((await page.getByRole('button', { name: 'Details', exact: true }).count()) > 0) return;
    // oxlint-disable-next-line no-await-in-loop -- a sheet would cover the next
    await page.keyboard.press('Escape');
  }
  throw new Error('No mark of mine is in view.');
}

const WIDTHS = [1440, 768, 390];
const THEMES = ['light', 'dark'] as const;

describe.each(WIDTHS)('[A7] a reading in both themes at %i px', (width) => {
  it.each(STATES)('with %s', async (name, open) => {
    const { page, context, complaints } = await openWindow(browser, server.url, ben, {
      width,
      touch: width < 1024,
    });
    await page.goto(`/readings/${reading}`);
    await page.locator('article mark').first().waitFor();
    await open(page);
    const found = await faultsInThemes(page, `${name} ${width}`);
    await context.close();
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

/** Laid out anew, and nothing on its way: cards glide to where they stand. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
}

/** What `axe` finds, and whether something is wider than the window. */
async function faultsOf(page: Page): Promise<string[]> {
  await atRest(page);
  const { violations } = await new AxeBuilder({ page })
    // Quicker; what it leaves out are frames, and there are none.
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ...(overflow > 0 ? [`${overflow} px wider than the window`] : []),
  ];
}

/** In one theme after the other, with a picture of each. */
async function faultsInThemes(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const theme of THEMES) {
    // oxlint-disable no-await-in-loop -- a page is of one theme at a time
    await page.emulateMedia({ colorScheme: theme });
    await page.screenshot({ path: `tests/.artifacts/${name} ${theme}.png` });
    found.push(...(await faultsOf(page)).map((fault) => `${theme}: ${fault}`));
    // oxlint-enable no-await-in-loop
  }
  return found;
}

describe.each(WIDTHS)('[A7] in both themes at %i px', (width) => {
  it.each(PAGES)(
    '%s: no violation, no complaint, nothing wider than the window',
    async (name, path, who) => {
      const { page, context, complaints } = await openWindow(browser, server.url, who(), {
        width,
        touch: width < 1024,
      });
      await page.goto(path());
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      if (name.endsWith('reading')) await saved(page);
      if (name === 'crowded reading') await page.locator('article mark').first().waitFor();
      const found = await faultsInThemes(page, `${name} ${width}`);
      await context.close();
      expect(found).toEqual([]);
      expect(complaints.filter((one) => !one.includes('404 (Not Found)'))).toEqual([]);
    },
  );
});
