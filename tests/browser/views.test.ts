import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { mark, newReading, open, saved } from './room.ts';
import { setStage } from './stage.ts';
import { joinReading } from './writing-reader.ts';

const stage = setStage();

const looks = (page: Page, words: string): Promise<string> =>
  mark(page, words)
    .first()
    .evaluate((element) => getComputedStyle(element).backgroundImage);

test('[IV1] [IV3] v goes from marks to heat to disagreement: the same text at the same place, in the address', async () => {
  const path = await newReading(stage.olga);
  const reading = path.split('/').at(-1) ?? '';
  const others = await Promise.all([
    joinReading(stage.olga, reading),
    joinReading(stage.ben, reading),
  ]);
  const [agreed = '', split = ''] = others[0].firstWords(8).slice(6);
  others.forEach((other, index) => {
    other.mark(agreed, { tag: 'fact' });
    other.mark(split, { tag: index === 0 ? 'fact' : 'opinion' });
  });
  const page = await stage.windowOf(stage.ben);
  await open(page, path);
  await mark(page, split).first().scrollIntoViewIfNeeded();
  const nodes = await page.evaluateHandle(() => document.querySelector('article p')?.firstChild);
  const place = (): Promise<number> => page.evaluate(() => window.scrollY);
  const before = await place();
  await page.keyboard.press('v');
  await page.locator('article[data-paint="heat"]').waitFor();
  await page.getByText('The taller and deeper, the more readers marked it.').waitFor();
  await page.keyboard.press('v');
  await page.locator('article[data-paint="disagreement"]').waitFor();
  await page.getByText('the more readers differ on what it is').waitFor();
  expect(await looks(page, agreed)).toBe('none');
  expect(await looks(page, split)).toContain('repeating-linear-gradient');
  expect(await place()).toBe(before);
  expect(await nodes.evaluate((node) => node?.isConnected)).toBe(true);
  expect(new URL(page.url()).searchParams.get('view')).toBe('disagreement');
  await page.reload();
  await saved(page);
  await page.locator('article[data-paint="disagreement"]').waitFor();
  await page.getByRole('button', { name: 'Disagreement', pressed: true }).waitFor();
  await page.keyboard.press('Shift+V');
  await page.keyboard.press('Shift+V');
  await page.locator('article[data-paint="marks"]').waitFor();
  expect(new URL(page.url()).searchParams.has('view')).toBe(false);
  for (const other of others) other.close();
});

test.each([1440, 390])(
  '[IV1] [U6] at %i px the legend can be put away and had again, by touch or keys, and stays away in the other views',
  async (width) => {
    const path = await newReading(stage.olga);
    const page = await stage.windowOf(stage.olga, { width, height: 844, touch: width < 1024 });
    await open(page, path);
    await page.keyboard.press('v');
    const words = page.getByText('The taller and deeper, the more readers marked it.');
    await words.waitFor();
    const legend = page.getByRole('complementary', { name: 'What this view shows' });
    const away = legend.getByRole('button', { name: 'Put the legend away' });
    if (width < 1024) {
      const box = await away.boundingBox();
      expect([box?.width, box?.height]).toEqual([44, 44]);
      await away.tap();
    } else {
      await away.focus();
      await page.keyboard.press('Escape');
    }
    await words.waitFor({ state: 'hidden' });
    await page.keyboard.press('v');
    await page.locator('article[data-paint="disagreement"]').waitFor();
    const again = legend.getByRole('button', { name: 'What do the colours mean?' });
    await again.waitFor();
    expect(await page.getByText('the more readers differ').isVisible()).toBe(false);
    await again.focus();
    await page.keyboard.press('Enter');
    await page.getByText('the more readers differ').waitFor();
  },
);

test('[IV4] in heat and disagreement a mark has the words of its figures for who listens, live', async () => {
  const path = await newReading(stage.olga);
  const reading = path.split('/').at(-1) ?? '';
  const olga = await joinReading(stage.olga, reading);
  const ben = await joinReading(stage.ben, reading);
  const [split = '', lone = ''] = olga.firstWords(8).slice(6);
  olga.mark(split, { tag: 'fact' });
  ben.mark(split, { tag: 'opinion' });
  olga.mark(lone, { tag: 'fact' });
  const page = await stage.windowOf(stage.ben);
  await open(page, path);
  await mark(page, split).first().waitFor();
  const said = (words: string): Promise<string | null> =>
    mark(page, words).first().getAttribute('aria-description');
  expect(await said(split)).toBeNull();
  await page.keyboard.press('v');
  await expect.poll(() => said(split)).toBe('2 of 2 marked this: 1 fact, 1 opinion');
  await expect.poll(() => said(lone)).toBe('1 of 2 marked this: 1 fact');
  const cora = await joinReading(await stage.server.member('Cora Lind'), reading);
  cora.mark(lone, { tag: 'fact' });
  await expect.poll(() => said(lone)).toBe('2 of 3 marked this: 2 fact');
  await expect.poll(() => said(split)).toBe('2 of 3 marked this: 1 fact, 1 opinion');
  await page.keyboard.press('v');
  await expect.poll(() => said(split)).toBe('2 of 3 marked this: 1 fact, 1 opinion');
  await page.keyboard.press('v');
  await expect.poll(() => said(split)).toBeNull();
  for (const other of [olga, ben, cora]) other.close();
});
