import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { cursorWords, pressKeys } from './press-keys.ts';
import { comment, newReading, open, saved } from './room.ts';
import { setStage } from './stage.ts';

/** What has the focus is deleted by somebody else. */
const stage = setStage();
const WORDS = 'This is not kindness.';
const SAID = 'Is it not?';
const ANSWER = 'It is what it is.';

/** All that the polite line has said from now on. */
async function heard(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    const line = document.querySelector('[data-announcer]')!;
    new MutationObserver(() => {
      if (line.textContent !== '') said.push(line.textContent);
    }).observe(line, { childList: true, characterData: true, subtree: true });
    Object.assign(globalThis, { said });
  });
  return () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
}

const focus = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement === document.body
      ? 'nowhere'
      : (activeElement?.closest('[role="comment"], article')?.tagName ?? 'elsewhere');
  });

/** Ben has said something, and answered it when asked; Olga has it open and her focus in it. */
async function twoAt(width: number, answered: boolean): Promise<[ben: Page, olga: Page]> {
  const path = await newReading(stage.olga);
  const ben = await stage.windowOf(stage.ben);
  await open(ben, path);
  await comment(ben, WORDS, SAID);
  if (answered) {
    await pressKeys(ben, 'r');
    await ben.keyboard.type(ANSWER);
    await pressKeys(ben, 'Control+Enter');
    await ben.getByText(ANSWER).waitFor();
  }
  await saved(ben);
  const olga = await stage.windowOf(stage.olga, { width });
  await open(olga, path);
  await pressKeys(olga, 'n');
  await olga.getByRole('button', { name: 'Link', exact: true }).waitFor();
  return [ben, olga];
}

test.each([1440, 768, 390])(
  '[G1] [A5] at %i px focus in a card that its author deletes goes to the passage, without scrolling, and it is said once',
  async (width) => {
    const [ben, olga] = await twoAt(width, false);
    await olga.getByRole('button', { name: 'Link', exact: true }).focus();
    const said = await heard(olga);
    const top = await olga.evaluate(() => window.scrollY);
    await ben.getByRole('button', { name: 'Delete', exact: true }).click();
    await olga.getByText(SAID).first().waitFor({ state: 'detached' });
    await expect.poll(() => focus(olga)).toBe('ARTICLE');
    await expect.poll(said).toEqual(['This comment was deleted.']);
    expect(await cursorWords(olga)).toBe(WORDS);
    expect(await olga.evaluate(() => window.scrollY)).toBe(top);
  },
);

test('[G1] [A5] focus in a reply that its author deletes goes to what it answered', async () => {
  const [ben, olga] = await twoAt(1440, true);
  const reply = olga.locator('[role="comment"][aria-level="2"]');
  await reply.getByRole('button', { name: 'Agree', exact: true }).focus();
  const said = await heard(olga);
  await ben
    .locator('[role="comment"][aria-level="2"]')
    .getByRole('button', { name: 'Delete', exact: true })
    .click();
  await reply.waitFor({ state: 'detached' });
  await expect.poll(() => focus(olga)).toBe('DIV');
  await expect.poll(said).toEqual(['This reply was deleted.']);
});
