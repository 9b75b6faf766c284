import { expect, test } from 'vitest';
import { cursorWords, pressKeys, tabIntoText } from './press-keys.ts';
import { comment, newReading, open, saved } from './room.ts';
import { boundsOfWords, selectWords } from './select-words.ts';
import { setStage } from './stage.ts';
import { storedTags } from './stored-marks.ts';

const stage = setStage();
const SENTENCE = 'This is not kindness.';

test('[X1] Tab into the text sets the cursor where I read, j does so from anywhere', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  await tabIntoText(page);
  const first = await cursorWords(page);
  expect(first).toMatch(/\.$/);
  await pressKeys(page, 'Escape');
  expect(await cursorWords(page)).toBe('');
  await page.getByRole('link', { name: 'Library' }).focus();
  await pressKeys(page, 'j');
  expect(await cursorWords(page)).toBe(first);
});

test('[X2] arrows go by sentence, word and paragraph, and Shift extends', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  const { from } = await boundsOfWords(page, 'kindness');
  await page.mouse.click(from.x + 8, from.y);
  const after = async (keys: string): Promise<string> => {
    await pressKeys(page, keys);
    return cursorWords(page);
  };
  expect(await cursorWords(page)).toBe(SENTENCE);
  expect(await after('ArrowRight')).toBe('This');
  expect(await after('ArrowRight Shift+ArrowRight')).toBe('is not');
  expect(await after('s')).toBe(SENTENCE);
  expect(await after('Shift+ArrowDown')).toMatch(
    /^This is not kindness\. More than .* home first\.$/,
  );
  expect(await after('End')).toMatch(/^The simplest .* working\.$/);
  expect(await after('Control+ArrowDown')).toBe('The wedge');
  expect(await after('Control+ArrowUp')).toMatch(/^This is not .* working\.$/);
  await pressKeys(page, 'Control+End');
  await expect.poll(() => cursorWords(page)).not.toBe('');
});

test('[X2] the tag keys take all that the cursor covers, and leave it there', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  await tabIntoText(page);
  await pressKeys(page, 'Control+Home ArrowRight Shift+ArrowRight Shift+ArrowRight 2');
  await saved(page);
  const [stored] = await storedTags(stage.olga, path);
  expect(stored).toBe(`prediction: ${await cursorWords(page)}`);
});

test('[X3] Enter opens the thread, Escape leads back step by step to the very place', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  await comment(page, SENTENCE, 'Who says so?');
  await page.locator('[data-active="true"]').getByText('Who says so?').waitFor();
  await page.keyboard.press('Escape');
  const { from } = await boundsOfWords(page, 'kindness');
  await page.mouse.click(from.x + 8, from.y);
  await pressKeys(page, 'Escape');
  const top = await page.evaluate(() => window.scrollY);
  await pressKeys(page, 'Enter');
  const card = page.locator('[data-active="true"]');
  await card.getByText('Who says so?').waitFor();
  await card.getByRole('button', { name: 'Reply' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox').waitFor();
  await page.keyboard.type('I do.');
  await pressKeys(page, 'Escape');
  await page.getByRole('textbox').waitFor({ state: 'detached' });
  await pressKeys(page, 'Escape');
  await card.waitFor({ state: 'detached' });
  await expect.poll(() => cursorWords(page)).toBe(SENTENCE);
  expect(await page.evaluate(() => window.scrollY)).toBe(top);
  await pressKeys(page, 'Escape');
  expect(await cursorWords(page)).toBe('');
});

test('[X1] a pointer ends the cursor', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  await tabIntoText(page);
  await selectWords(page, SENTENCE);
  expect(await cursorWords(page)).toBe('');
});

test('[X4] ? shows all keys and the codebook; letters are changed and switched off there', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  await pressKeys(page, '?');
  const sheet = page.getByRole('dialog', { name: 'Keys and codebook' });
  await sheet.getByText('Comment on the passage').waitFor();
  await sheet.getByText('Could a later event make it right or wrong?').waitFor();
  await sheet.getByRole('button', { name: /^Mark as opinion: 3/ }).click();
  await pressKeys(page, '1');
  await sheet.getByText('That key is taken: Mark as fact.').waitFor();
  await pressKeys(page, 'k Escape');
  await sheet.waitFor({ state: 'detached' });
  await selectWords(page, SENTENCE);
  await pressKeys(page, 'k');
  await saved(page);
  expect(await storedTags(stage.olga, path)).toEqual([`opinion: ${SENTENCE}`]);

  await page.reload();
  await saved(page);
  await pressKeys(page, '?');
  await sheet.getByLabel('Single letters and digits do something').uncheck();
  await pressKeys(page, 'Escape');
  await selectWords(page, SENTENCE);
  await pressKeys(page, '1 k');
  await saved(page);
  expect(await storedTags(stage.olga, path)).toEqual([`opinion: ${SENTENCE}`]);
});
