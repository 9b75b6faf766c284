import type { Page } from 'playwright-core';
import { passingWords } from './select-words.ts';

/** Presses one key after the other; names as the browser's, parted by spaces. */
export async function pressKeys(page: Page, keys: string): Promise<void> {
  for (const key of keys.split(' '))
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await page.keyboard.press(key);
}

/** The words that the keyboard's cursor covers. */
export const cursorWords = (page: Page): Promise<string> => passingWords(page, 'cursor');

/** Tab, until the cursor stands in the text. */
export async function tabIntoText(page: Page): Promise<void> {
  for (let tabs = 0; tabs < 30; tabs += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await page.keyboard.press('Tab');
    // oxlint-disable-next-line no-await-in-loop -- whether that was enough
    if ((await cursorWords(page)) !== '') return;
  }
  throw new Error('Tab does not lead into the text.');
}

export const selectedWords = (page: Page): Promise<string> =>
  page.evaluate(() => document.getSelection()?.toString() ?? '');
