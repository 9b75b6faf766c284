import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import type { Me } from '#lib/protocol/http.ts';
import { comment, mark, newReading, open } from './room.ts';
import { markedWords } from './select-words.ts';
import { setStage } from './stage.ts';
import { joinReading } from './writing-reader.ts';

/** Addresses that were mistyped, cut off, or sent by somebody of another group. */
const stage = setStage();
const FACT = 'This is not kindness.';
const OPINION = 'The second thought is the uglier one.';

let path: string;
let page: Page;

beforeEach(async () => {
  path = await newReading(stage.olga);
  page = await stage.windowOf(stage.olga);
});

/** Ben marks one sentence as a fact. */
async function benMarks(): Promise<void> {
  const ben = await joinReading(stage.ben, path.split('/').at(-1) ?? '');
  ben.mark(FACT, { tag: 'fact' });
  await open(page, path);
  await mark(page, FACT).waitFor();
  ben.close();
}

const notice = (page: Page) =>
  page.getByRole('status').filter({ hasText: 'names somebody who is not in this reading' });
const query = (page: Page): string => new URL(page.url()).search;

test.each(['show=nobody-here', 'by=nobody-here', 'show=somebody%20else', 'tag=rumour&is=odd'])(
  '[F7] ?%s hides nothing, and goes from the address',
  async (asked) => {
    await benMarks();
    await page.goto(`${path}?${asked}`);
    await mark(page, FACT).waitFor();
    await expect.poll(() => query(page)).toBe('');
    expect(await page.getByRole('button', { name: 'Show everything' }).count()).toBe(0);
    expect(await notice(page).count()).toBe(asked.includes('nobody-here') ? 1 : 0);
  },
);

test('[F7] a stranger among those asked for is left out, the others stay', async () => {
  await benMarks();
  const { id } = await stage.ben.get<Me>('/api/me');
  await comment(page, OPINION, 'Which record?');
  await page.goto(`${path}?by=${id},nobody-here&tag=fact`);
  await notice(page).waitFor();
  await expect.poll(() => query(page)).toBe(`?tag=fact&by=${id}`);
  await expect.poll(() => markedWords(page)).toBe(FACT);
});

test('[F7] who left the group is known by their marks; my own name means mine', async () => {
  const zoe = await stage.server.member('Zoe Left');
  const { id, groups } = await zoe.get<Me>('/api/me');
  const reader = await joinReading(zoe, path.split('/').at(-1) ?? '');
  reader.mark(OPINION, { tag: 'opinion' });
  await benMarks();
  await mark(page, OPINION).waitFor();
  reader.close();
  const gone = await stage.olga.fetch(`/api/groups/${groups[0]?.id}/members/${id}`, {
    method: 'DELETE',
  });
  expect(gone.ok).toBe(true);
  await page.goto(`${path}?show=${id}`);
  await expect.poll(() => markedWords(page)).toBe(OPINION);
  expect(query(page)).toBe(`?show=${id}`);
  const me = (await stage.olga.get<Me>('/api/me')).id;
  await page.goto(`${path}?show=${me}`);
  await expect.poll(() => query(page)).toBe('?show=mine');
  expect(await notice(page).count()).toBe(0);
});

test('[F9] what nobody has is said, with the way to everything', async () => {
  await benMarks();
  await page.goto(`${path}?label=nowhere,${'long'.repeat(100)}&q=${'x'.repeat(3000)}`);
  const line = page.getByRole('status', { name: 'What is shown' });
  await line.getByText('Nothing fits: labelled nowhere', { exact: true }).waitFor();
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Show everything' }).first().click();
  await mark(page, FACT).waitFor();
});

test.each(['?view=x-ray', '?at=99999999-5', '?at=12-', '?at=-3', '?sort=odd&view=', '#a=', '#a=%'])(
  '[F7] %s opens the text as ever',
  async (odd) => {
    await benMarks();
    await page.goto('/');
    await open(page, `${path}${odd}`);
    await mark(page, FACT).waitFor();
    await page.getByRole('button', { name: 'Marks', exact: true, pressed: true }).waitFor();
  },
);
