import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Me } from '#lib/protocol/http.ts';
import { chip, comment, mark, newReading, open, saved } from './room.ts';
import { selectWords } from './select-words.ts';
import { setStage } from './stage.ts';
import { storedMarks } from './stored-marks.ts';

/** Links to an annotation: taken along where nothing can be copied, and opened where there is nothing to see. */
const stage = setStage();
const WORDS = 'Either way the wedge will not go in.';
const GONE = 'This note was deleted, or it is not yours to see.';

const field = (page: Page): Locator => page.getByRole('textbox', { name: 'Link to this note' });
const voice = (page: Page, words: string): Locator =>
  page.locator('[role="comment"]').filter({ hasText: words });
const scrolled = (page: Page): Promise<number> => page.evaluate(() => window.scrollY);

/** What Ben has said, and where a link to it leads. */
async function said(words: string): Promise<{ page: Page; path: string; link: string }> {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.ben);
  await open(page, path);
  await comment(page, WORDS, words);
  await saved(page);
  const [stored] = await storedMarks(stage.ben, path);
  return { page, path, link: `${path}#a=${stored?.id}` };
}

/** As on plain http in a network, in a browser that lets no program copy. */
async function refuseToCopy(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
}

describe('taken along', () => {
  test('[T6] where nothing can be copied, the address stands selected in a field; Escape leads back', async () => {
    const { page, link } = await said('By when?');
    await refuseToCopy(page);
    await voice(page, 'By when?').focus();
    await page.keyboard.press('l');
    await field(page).waitFor();
    const selected = await field(page).evaluate((input: HTMLInputElement) => [
      document.activeElement === input,
      input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0),
    ]);
    expect(selected).toEqual([true, `${stage.server.url}${link}`]);
    await page.getByText('Your browser does not let us copy.').waitFor();
    await page.keyboard.press('Escape');
    await field(page).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('comment');
    // The card that was open still is.
    await page.getByRole('button', { name: 'Link', exact: true }).waitFor();
  });

  test('[T6] by touch: the address fits the screen, and a tap closes it', async () => {
    const { link } = await said('By when?');
    const page = await stage.windowOf(stage.ben, { width: 390, height: 844, touch: true });
    await page.goto(link);
    await refuseToCopy(page);
    await page.getByRole('button', { name: 'Link', exact: true }).tap();
    const box = await field(page).boundingBox();
    expect(box?.x).toBeGreaterThan(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(374);
    expect(box?.width).toBeGreaterThan(300);
    await page.getByRole('button', { name: 'Close', exact: true }).tap();
    await field(page).waitFor({ state: 'detached' });
  });
});

describe('opened', () => {
  test('[T7] what the filter hides is said, and a button shows it and leads there', async () => {
    const { path, link } = await said('By when?');
    const page = await stage.windowOf(stage.olga);
    await page.goto(link.replace(path, `${path}?tag=fact`));
    await page.getByText('This note is hidden by your filter.').waitFor();
    expect(await mark(page, WORDS).count()).toBe(0);
    await page.getByRole('button', { name: 'Show it' }).click();
    await voice(page, 'By when?').waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ''))
      .toContain('By when?');
    await page.getByText('This note is hidden by your filter.').waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('');
    await mark(page, WORDS).waitFor();
  });

  test('[T7] to what never was says so, and stays where I read', async () => {
    const path = await newReading(stage.olga);
    const { id } = await stage.olga.get<Me>('/api/me');
    const page = await stage.windowOf(stage.ben);
    await page.goto(`${path}#a=${id}/never-was-here`);
    await page.getByText(GONE).waitFor();
    expect(await scrolled(page)).toBe(0);
  });

  test('[T7] to what was deleted says the same, also in a page that is open', async () => {
    const { page, path, link } = await said('By when?');
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect.poll(() => storedMarks(stage.ben, path)).toEqual([]);
    const other = await stage.windowOf(stage.olga);
    await open(other, path);
    await other.evaluate(() => window.scrollTo({ top: 300, behavior: 'instant' }));
    const before = await scrolled(other);
    await other.evaluate((to) => window.location.assign(to), link);
    await other.getByText(GONE).waitFor();
    expect(await scrolled(other)).toBe(before);
  });

  test('[T7] to a note that somebody keeps for themselves says the same', async () => {
    const path = await newReading(stage.olga);
    const page = await stage.windowOf(stage.ben);
    await open(page, path);
    await page.keyboard.press('o');
    await selectWords(page, WORDS);
    await page.keyboard.press('1');
    await saved(page);
    const [kept] = await storedMarks(stage.ben, path, '?place=private');
    expect(kept).toBeDefined();
    const other = await stage.windowOf(stage.olga);
    await other.goto(`${path}#a=${kept?.id}`);
    await other.getByText(GONE).waitFor();
    expect(await chip(other).innerText()).toContain('Saved');
    expect(await mark(other, WORDS).count()).toBe(0);
  });
});
