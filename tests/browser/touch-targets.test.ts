import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { comment, mark, newReading, open, saved, toolbar } from './room.ts';
import { markReading } from './mark-reading.ts';
import { selectByHandles } from './select-words.ts';
import { setStage } from './stage.ts';
import { smallTargets } from './touch-targets.ts';

const stage = setStage();
const MINE = 'Either way the wedge will not go in.';
const NAMES = ['Anna Baum', 'Cora Klein', 'Dan Moor', 'Ida Lund'];
let path: string;

beforeAll(async () => {
  path = await newReading(stage.olga);
  const others = await Promise.all(NAMES.map((name) => stage.server.member(name)));
  await markReading([...others, stage.ben, stage.olga], path.split('/').at(-1) ?? '');
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  await comment(page, MINE, 'Who would check that?');
  await saved(page);
});

/** What a finger can have before it, and how one comes there. */
const STATES: [name: string, come: (page: Page) => Promise<void>][] = [
  ['the page as it opens', async () => {}],
  [
    'the toolbar',
    async (page) => {
      await page.touchscreen.tap(200, 200);
      await selectByHandles(page, 'This is not kindness.');
      await toolbar(page).waitFor();
    },
  ],
  [
    'a conversation',
    async (page) => {
      await page.locator('article mark[data-contested]').first().tap();
      await page.getByRole('button', { name: 'Reply' }).first().waitFor();
    },
  ],
  [
    'a mark of mine with its details',
    async (page) => {
      await mark(page, MINE).first().tap();
      await page.getByRole('button', { name: 'Details', exact: true }).first().tap();
      await page.getByRole('group', { name: 'Details of the mark' }).waitFor();
    },
  ],
  [
    'an answer being written',
    async (page) => {
      await mark(page, MINE).first().tap();
      await page.getByRole('button', { name: 'Reply' }).first().tap();
      await page.getByRole('button', { name: 'Bold' }).waitFor();
    },
  ],
  [
    'the marks of a paragraph',
    async (page) => {
      await page
        .getByRole('button', { name: /^Notes in|list the marks$/ })
        .first()
        .tap();
      await page
        .getByRole('button', { name: /^Close the (list|sheet)$/ })
        .first()
        .waitFor();
    },
  ],
  [
    'search and filter',
    async (page) => {
      await page.getByRole('button', { name: 'Search and filter' }).tap();
      await page.getByRole('complementary', { name: 'Search and filter' }).waitFor();
    },
  ],
  [
    'the people',
    async (page) => {
      await page.getByRole('button', { name: /^People/ }).tap();
      await page.getByRole('dialog', { name: 'People' }).getByRole('button').first().waitFor();
    },
  ],
  [
    'the menu',
    async (page) => {
      await page.locator('header').getByRole('button').last().tap();
      await page.getByRole('menuitem').first().waitFor();
    },
  ],
  [
    'keys and codebook',
    async (page) => {
      await page.locator('header').getByRole('button').last().tap();
      await page.getByRole('menuitem', { name: 'Keys and codebook' }).tap();
      await page.getByRole('dialog', { name: 'Keys and codebook' }).waitFor();
    },
  ],
];

describe.each([390, 768])('[U6] by touch at %i px, 44 px for a finger on', (width) => {
  it.each(STATES)('%s', async (_, come) => {
    const page = await stage.windowOf(stage.olga, { width, height: 844, touch: true });
    await open(page, path);
    await mark(page, MINE).first().waitFor();
    await come(page);
    expect(await smallTargets(page)).toEqual([]);
  });
});
