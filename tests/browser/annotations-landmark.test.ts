import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { pressKeys, tabIntoText } from './press-keys.ts';
import { comment, mark, newReading, open, saved } from './room.ts';
import { selectWords } from './select-words.ts';
import { setStage } from './stage.ts';

const stage = setStage();
const WORDS = 'Last August Biden walked out of Afghanistan';
const BARE = 'About the snare she is right.';
let path: string;

beforeAll(async () => {
  path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  await comment(page, WORDS, 'Which date would settle this?');
  await page.keyboard.press('Escape');
  await selectWords(page, BARE);
  await pressKeys(page, '1');
  await saved(page);
});

const landmark = (page: Page) => page.getByRole('complementary', { name: 'Annotations' });
const summaries = (page: Page) =>
  landmark(page).getByRole('list', { name: 'Marks by paragraph' }).getByRole('button');

/** Where the focus is: `text`, `annotations` or the element. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement?.matches('article') === true) return 'text';
    if (activeElement?.closest('[aria-label="Annotations"]')) return 'annotations';
    return activeElement?.outerHTML ?? '';
  });

const WIDTHS = [1440, 768, 390];

describe.each(WIDTHS)('at %i px', (width) => {
  async function opened(): Promise<Page> {
    const page = await stage.windowOf(stage.olga, { width, height: 844 });
    await open(page, path);
    await mark(page, WORDS).waitFor({ state: 'attached' });
    return page;
  }

  it('[A4] g jumps from the text into the landmark, and back to the very place; so does its first button', async () => {
    const page = await opened();
    await selectWords(page, WORDS);
    await pressKeys(page, 'Escape');
    await page.evaluate(() => document.getSelection()?.removeAllRanges());
    await tabIntoText(page);
    await mark(page, WORDS).first().scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => window.scrollY);
    await pressKeys(page, 'g');
    expect(await focused(page)).toBe('annotations');
    await pressKeys(page, 'g');
    expect(await focused(page)).toBe('text');
    expect(await page.evaluate(() => window.scrollY)).toBe(before);

    await pressKeys(page, 'g');
    expect(await focused(page)).toBe('annotations');
    await page.evaluate(() => window.scrollBy({ top: 300, behavior: 'instant' }));
    const first = landmark(page).getByRole('button').first();
    expect(await first.textContent()).toBe('Back to the text');
    await first.focus();
    await first.press('Enter');
    expect(await focused(page)).toBe('text');
    expect(await page.evaluate(() => window.scrollY)).toBe(before);
  });

  it('[A3] [A4] the paragraphs’ summaries stand in the landmark, also while something is looked for', async () => {
    const page = await opened();
    await expect
      .poll(() => summaries(page).allTextContents())
      .toEqual([
        expect.stringMatching(/^1 mark, 1 comment in paragraph \d+$/),
        expect.stringMatching(/^1 mark in paragraph \d+$/),
      ]);
    await pressKeys(page, '/');
    await page.getByRole('complementary', { name: 'Search and filter' }).waitFor();
    expect(await summaries(page).count()).toBe(2);
    await summaries(page).first().focus();
    await summaries(page).first().press('Enter');
    await page
      .getByRole('region', { name: '1 comment here' })
      .getByText('Which date would settle this?')
      .waitFor();
  });
});
