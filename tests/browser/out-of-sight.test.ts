import { expect, test } from 'vitest';
import type { LoggedRecord } from '#lib/protocol/http.ts';
import { pressKeys } from './press-keys.ts';
import { comment, mark, newReading, open, saved } from './room.ts';
import { setStage } from './stage.ts';

/** Keys that act on what is open, while it is out of view. */
const stage = setStage();
const WORDS = 'This is not kindness.';

test('[X5] keys for the open card do nothing and say so while it is out of view, and act when it is in view again', async () => {
  const path = await newReading(stage.olga);
  const ben = await stage.windowOf(stage.ben);
  await open(ben, path);
  await comment(ben, WORDS, 'Is it not?');
  await saved(ben);
  const page = await stage.windowOf(stage.olga);
  const reactions = async (): Promise<number> => {
    const all = await stage.olga.get<LoggedRecord[]>(`/api${path}/annotations`);
    return all.filter(({ map }) => map === 'reactions').length;
  };
  await open(page, path);
  await mark(page, WORDS).click();
  await page.getByRole('button', { name: 'Reply', exact: true }).waitFor();
  await page.mouse.wheel(0, 2000);
  await page.waitForFunction(() => window.scrollY > 600);
  const top = await page.evaluate(() => window.scrollY);
  await pressKeys(page, 'a');
  await page.getByText('What is open is out of view').waitFor();
  await pressKeys(page, 'r');
  expect(await page.getByRole('textbox').count()).toBe(0);
  expect(await page.evaluate(() => window.scrollY)).toBe(top);
  await page.getByRole('button', { name: 'Go there' }).click();
  await page.waitForFunction((before) => window.scrollY < before, top);
  await pressKeys(page, 'a');
  await page.getByRole('button', { name: 'Agree 1' }).waitFor();
  await saved(page);
  expect(await reactions()).toBe(1);
});

test('[X5] a mark of mine that is out of view is not deleted by a key', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  await comment(page, WORDS, 'Is it not?');
  await page.mouse.move(700, 400);
  await page.mouse.wheel(0, 2000);
  await page.waitForFunction(() => window.scrollY > 600);
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await pressKeys(page, 'Delete');
  await page.getByText('What is open is out of view').waitFor();
  await page.locator('[role="comment"]').filter({ hasText: 'Is it not?' }).waitFor();
});
