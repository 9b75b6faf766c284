import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '#tests/integration/client.ts';
import { type PostilServer, startServer } from '#tests/integration/postil-server.ts';
import { launchBrowser } from './browser.ts';
import { markReading } from './mark-reading.ts';
import { openWindow } from './reader-window.ts';

let server: PostilServer;
let browser: Browser;
let olga: Client;
let ben: Client;
let reading: string;
let group: string;

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
  await markReading([olga, ben, ...others], reading);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Every page there is, who looks at it, and a heading or control that shows it has come. */
const PAGES: [name: string, path: () => string, who: () => Client | null][] = [
  ['library', () => '/', () => olga],
  ['library of an annotator', () => '/', () => ben],
  ['reading', () => `/readings/${reading}`, () => ben],
  ['insight', () => `/readings/${reading}/insight`, () => olga],
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

describe.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
  ['dark', 390],
] as const)('in the %s theme at %i px', (theme, width) => {
  it.each(PAGES)(
    '%s: no violation, no complaint, nothing wider than the window',
    async (name, path, who) => {
      const { page, context, complaints } = await openWindow(browser, server.url, who(), {
        width,
        theme,
        touch: width < 640,
      });
      await page.goto(path());
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      if (name === 'reading') await page.locator('article mark').first().waitFor();
      await page.screenshot({ path: `tests/.artifacts/${name} ${width} ${theme}.png` });
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      await context.close();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      ).toEqual([]);
      expect(overflow).toBeLessThanOrEqual(0);
      expect(complaints.filter((one) => !one.includes('404 (Not Found)'))).toEqual([]);
    },
  );
});
