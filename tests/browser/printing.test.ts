import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { mark, newReading, open, saved } from './room.ts';
import { setStage } from './stage.ts';
import { joinReading } from './writing-reader.ts';

/** The reading on paper. */
const stage = setStage();
const FIRST = 'On Wednesday the United States';
const LAST = 'He has not looked away';

/** Two comments, the later passage first; and a window on it. */
async function start(theme: 'light' | 'dark'): Promise<Page> {
  const path = await newReading(stage.olga);
  const writer = await joinReading(stage.ben, path.split('/').at(-1) ?? '');
  writer.mark(LAST, { tag: 'opinion', comment: 'Has he not?' });
  writer.mark(FIRST, { tag: 'fact', comment: 'Which Wednesday?' });
  const page = await stage.windowOf(stage.olga, { height: 400, theme });
  await open(page, path);
  await mark(page, FIRST).waitFor();
  await saved(page);
  writer.close();
  return page;
}

/** Tells the page that it is being printed, as the browser does; until what is printed after the text is there. */
async function print(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await expect
    .poll(() =>
      page.evaluate(() => {
        window.dispatchEvent(new Event('beforeprint'));
        return document.querySelectorAll('[data-printed]').length;
      }),
    )
    .toBe(1);
}

test('[I11] on paper are the text with all its marks, what they mean, and what was said in the order of the text; no controls', async () => {
  const page = await start('light');
  expect(await mark(page, LAST).count()).toBe(0);
  await print(page);
  await mark(page, LAST).waitFor();
  const printed = page.getByRole('region', { name: 'What was said' });
  const words = await printed.innerText();
  expect(words).toMatch(/Hatched: they differ\.[^]*Which Wednesday\?[^]*Has he not\?/);
  expect(words).toContain('Ben Noor');
  const seen = await page
    .locator('button, input, a[href], [role="toolbar"], nav, dialog')
    .filter({ visible: true })
    .count();
  expect(seen).toBe(0);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await printed.waitFor({ state: 'detached' });
  await mark(page, LAST).waitFor({ state: 'detached' });
});

test('[I11] the browser’s own printing has it all when it takes the page', async () => {
  const page = await start('light');
  await print(page);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.evaluate(() => {
    window.addEventListener('beforeprint', () => {
      const words = document.querySelector('[data-printed]')?.textContent ?? '';
      Object.assign(globalThis, { words, marks: document.querySelectorAll('article mark').length });
    });
  });
  await page.pdf();
  expect(await page.evaluate('words')).toContain('Has he not?');
  expect(await page.evaluate('marks')).toBe(2);
});

test('[I11] a dark window prints dark words on white paper', async () => {
  const page = await start('dark');
  const ink = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.querySelector('article')!).color);
  const onScreen = await ink();
  await print(page);
  expect(await ink()).not.toBe(onScreen);
  expect(await ink()).toBe('rgb(31, 28, 24)');
});
