import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { comment, mark, newReading, open, saved } from './room.ts';
import { markedWords } from './select-words.ts';
import { setStage } from './stage.ts';

/** What is looked for by how the talk stands: what I have not read, and what is not settled. */
const stage = setStage();
const FIRST = 'This is not kindness.';
const SECOND = 'Either way the wedge will not go in.';

const panel = (page: Page): Locator =>
  page.getByRole('complementary', { name: 'Search and filter' });
const choice = (page: Page, name: string): Locator =>
  panel(page).getByRole('button', { name, exact: true });
const found = (page: Page, words: string): Locator =>
  panel(page).getByRole('listitem').filter({ hasText: words });

/** Ben has said two things. */
async function spoken(): Promise<{ writer: Page; path: string }> {
  const path = await newReading(stage.olga);
  const writer = await stage.windowOf(stage.ben);
  await open(writer, path);
  await comment(writer, FIRST, 'Says who?');
  await comment(writer, SECOND, 'By when?');
  await saved(writer);
  return { writer, path };
}

test('[F4] unread: what I read under it stays in view; chosen anew it shows only what I have not read', async () => {
  const { writer, path } = await spoken();
  const page = await stage.windowOf(stage.olga);
  await open(page, `${path}?is=unread`);
  await expect.poll(() => markedWords(page)).toBe(`${FIRST}|${SECOND}`);
  await page.keyboard.press('f');
  await found(page, 'Says who?').getByRole('button').click();
  await page.getByRole('button', { name: '1 unread' }).waitFor();
  expect(await found(page, 'Says who?').count()).toBe(1);
  await choice(page, 'unread').click();
  await choice(page, 'unread').click();
  await expect.poll(() => markedWords(page)).toBe(SECOND);
  await found(page, 'Says who?').waitFor({ state: 'detached' });

  // An answer to what was read is unread again, and comes in at once.
  await writer.getByText('Says who?').first().click();
  await writer.keyboard.press('r');
  await writer.keyboard.type('I ask you.');
  await writer.keyboard.press('Control+Enter');
  await saved(writer);
  await found(page, 'Says who?').waitFor();
  await mark(page, FIRST).waitFor();
});

test('[F7] unread in an address means what whoever opens it has not read', async () => {
  const { path } = await spoken();
  const mine = await stage.windowOf(stage.ben);
  await open(mine, `${path}?is=unread`);
  await mine.getByRole('status', { name: 'What is shown' }).getByText('Nothing fits').waitFor();
  expect(await markedWords(mine)).toBe('');
});

test('[F4] [T3] unresolved goes by the order of the log, as the cards do, whatever a writer’s clock says', async () => {
  const { writer, path } = await spoken();
  const resolve = async (page: Page): Promise<void> => {
    await page.getByText('Says who?').first().click();
    await page.getByRole('button', { name: 'Resolve', exact: true }).click();
    await saved(page);
  };
  // Ben's clock is four minutes ahead: what he says seems newer than what the instructor says after him.
  await writer.clock.install({ time: Date.now() + 4 * 60_000 });
  await resolve(writer);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  await page.getByText(/Resolved by/).click();
  await page.getByRole('button', { name: 'Reopen', exact: true }).click();
  await saved(page);
  await page.keyboard.press('f');
  await choice(page, 'unresolved').click();
  await expect.poll(() => markedWords(page)).toBe(`${FIRST}|${SECOND}`);
  await page.reload();
  await saved(page);
  await mark(page, FIRST).waitFor();
  expect(await markedWords(page)).toBe(`${FIRST}|${SECOND}`);
  await resolve(page);
  await expect.poll(() => markedWords(page)).toBe(SECOND);
});
