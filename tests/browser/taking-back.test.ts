import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { comment, mark, newReading, open, saved } from './room.ts';
import { selectWords } from './select-words.ts';
import { setStage } from './stage.ts';
import { storedMarks, storedTags } from './stored-marks.ts';

/** What I delete is undone, by whatever I have at hand; what is another's is asked about. */
const stage = setStage();
const SENTENCE = 'This is not kindness.';
const ELSEWHERE = 'Either way the wedge will not go in.';
const SAID = 'Which date?';

const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true });
const undo = (page: Page): Locator => button(page, 'Undo');
const voice = (page: Page, words: string): Locator =>
  page.locator('[role="comment"]').filter({ hasText: words }).first();
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent ?? '');

/** Ben has said something; its card is open. */
async function said(words = SENTENCE): Promise<{ page: Page; path: string }> {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.ben);
  await open(page, path);
  await comment(page, words, SAID);
  await saved(page);
  return { page, path };
}

test('[M11] a comment of mine goes at once, and Undo brings back its card and the focus', async () => {
  const { page, path } = await said();
  await button(page, 'Delete').click();
  await voice(page, SAID).waitFor({ state: 'detached' });
  await expect.poll(() => storedMarks(stage.ben, path)).toEqual([]);
  // The pressed button is gone: the keyboard goes on at the way back.
  expect(await focused(page)).toBe('Undo');
  await page.keyboard.press('Enter');
  await voice(page, SAID).waitFor();
  await expect.poll(() => focused(page)).toContain(SAID);
  await undo(page).waitFor({ state: 'detached' });
  await expect.poll(async () => (await storedMarks(stage.ben, path)).length).toBe(1);
});

test('[M11] the offer goes with the next thing that I do, for it takes back the last', async () => {
  const { page, path } = await said();
  await button(page, 'Delete').click();
  await undo(page).waitFor();
  await selectWords(page, ELSEWHERE);
  await page.keyboard.press('2');
  await mark(page, ELSEWHERE).waitFor();
  expect(await undo(page).count()).toBe(0);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await voice(page, SAID).waitFor();
  expect(await storedTags(stage.ben, path)).toEqual([`null: ${SENTENCE}`]);
});

test('[M11] a reply of mine goes at once and comes back; Escape at the offer leaves it away', async () => {
  const { page } = await said();
  await page.keyboard.press('r');
  await page.keyboard.type('The thirtieth.');
  await page.keyboard.press('Control+Enter');
  const reply = page.getByRole('listitem').filter({ hasText: 'The thirtieth.' });
  await reply.getByRole('button', { name: 'Delete' }).click();
  await reply.waitFor({ state: 'detached' });
  await undo(page).click();
  await reply.getByRole('button', { name: 'Delete' }).click();
  await undo(page).waitFor();
  await page.keyboard.press('Escape');
  await undo(page).waitFor({ state: 'detached' });
  await expect.poll(() => reply.count()).toBe(0);
});

test('[M11] what others answered is taken back, their words stay, and Undo gives it its own again', async () => {
  const { page, path } = await said();
  const other = await stage.windowOf(stage.olga);
  await open(other, path);
  await voice(other, SAID).click();
  await other.keyboard.press('r');
  await other.keyboard.type('The thirtieth.');
  await other.keyboard.press('Control+Enter');
  await voice(page, 'The thirtieth.').waitFor();
  await button(page, 'Delete').first().click();
  await page.getByText('Taken back. What others said to it stays.').waitFor();
  await voice(other, 'Taken back by its author.').getByText('The thirtieth.').waitFor();
  await undo(page).click();
  await voice(other, SAID).waitFor();
});

test('[M11] by touch: deleted in the sheet, and one tap brings it back', async () => {
  const path = await newReading(stage.olga);
  const wide = await stage.windowOf(stage.ben);
  await open(wide, path);
  await comment(wide, SENTENCE, SAID);
  await saved(wide);
  const page = await stage.windowOf(stage.ben, { width: 390, height: 844, touch: true });
  await open(page, path);
  await mark(page, SENTENCE).tap();
  await button(page, 'Delete').tap();
  await mark(page, SENTENCE).waitFor({ state: 'detached' });
  const box = await undo(page).boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  await undo(page).tap();
  await mark(page, SENTENCE).waitFor();
  await voice(page, SAID).waitFor();
});

test('[M11] [M8] marks of mine that go together come back together', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.ben);
  await open(page, path);
  await selectWords(page, 'This is');
  await page.keyboard.press('1');
  await selectWords(page, 'not kindness');
  await page.keyboard.press('2');
  await selectWords(page, SENTENCE);
  await button(page, 'Take off').click();
  await expect.poll(() => storedTags(stage.ben, path)).toEqual([]);
  await undo(page).click();
  await expect
    .poll(() => storedTags(stage.ben, path))
    .toEqual(['fact: This is', 'prediction: not kindness']);
});

test('[M11] another’s mark or comment is asked about: nothing brings it back', async () => {
  const { page: his, path } = await said();
  await selectWords(his, ELSEWHERE);
  await his.keyboard.press('2');
  await saved(his);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  await voice(page, SAID).click();
  await button(page, 'Delete').click();
  const question = page.getByRole('group', { name: 'Delete it for everyone?' });
  await question.getByRole('button', { name: 'Keep' }).click();
  await button(page, 'Delete').click();
  await question.getByRole('button', { name: 'Delete' }).click();
  await voice(page, SAID).waitFor({ state: 'detached' });
  await mark(page, ELSEWHERE).click();
  await button(page, 'Delete the mark of Ben Noor').click();
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => storedTags(stage.olga, path)).toEqual([]);
  expect(await undo(page).count()).toBe(0);
});
