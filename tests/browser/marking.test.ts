import { expect, test } from 'vitest';
import { pressKeys, selectedWords } from './press-keys.ts';
import { mark, newReading, open, saved, toolbar } from './room.ts';
import { boundsOfWords, selectWords } from './select-words.ts';
import { setStage } from './stage.ts';
import { storedTags } from './stored-marks.ts';

const stage = setStage();
const SENTENCE = 'This is not kindness.';
const PARAGRAPH_END = 'the plan has stopped working.';

test('[M1] what the mouse let go inside words grows to the words, and the selection shows it', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  await selectWords(page, 'plest explanation is also the likel');
  await expect.poll(() => selectedWords(page)).toBe('simplest explanation is also the likeliest');
  await page.keyboard.press('3');
  await saved(page);
  expect(await storedTags(stage.olga, path)).toEqual([
    'opinion: simplest explanation is also the likeliest',
  ]);
});

test('[M1] with Alt held at the release the selection stays exact', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  await page.keyboard.down('Alt');
  await selectWords(page, 'plest explanation is also the likel');
  await page.keyboard.up('Alt');
  await toolbar(page).waitFor();
  expect(await selectedWords(page)).toBe('plest explanation is also the likel');
  await page.keyboard.press('1');
  await saved(page);
  expect(await storedTags(stage.olga, path)).toEqual(['fact: plest explanation is also the likel']);
});

test('[M2] a double click is a word, a triple click the paragraph, s the sentence and then the paragraph', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  const { from } = await boundsOfWords(page, 'kindness');
  await page.mouse.dblclick(from.x + 8, from.y);
  await expect.poll(() => selectedWords(page)).toBe('kindness');
  await toolbar(page).waitFor();
  await page.keyboard.press('s');
  await expect.poll(() => selectedWords(page)).toBe(SENTENCE);
  await page.keyboard.press('s');
  await expect.poll(() => selectedWords(page)).toMatch(/^This is not kindness.*stopped working\.$/);
  await page.mouse.click(from.x + 8, from.y, { clickCount: 3 });
  await expect
    .poll(() => selectedWords(page))
    .toMatch(/^This is not kindness.*stopped working\.\s*$/);
  await page.keyboard.press('2');
  await saved(page);
  const [stored] = await storedTags(stage.olga, path);
  expect(stored).toMatch(new RegExp(`^prediction: ${SENTENCE}.*${PARAGRAPH_END}$`));
});

test('[M3] a tag key on my own passage changes its tag, its own tag takes it off, another range is a new mark', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  const tag = async (words: string, key: string): Promise<string[]> => {
    await selectWords(page, words);
    await page.keyboard.press(key);
    await saved(page);
    return storedTags(stage.olga, path);
  };
  expect(await tag(SENTENCE, '3')).toEqual([`opinion: ${SENTENCE}`]);
  expect(await tag(SENTENCE, '1')).toEqual([`fact: ${SENTENCE}`]);
  expect(await tag('not kindness', '2')).toEqual([`fact: ${SENTENCE}`, 'prediction: not kindness']);
  expect(await tag(SENTENCE, '1')).toEqual(['prediction: not kindness']);
});

test('[M4] after a click in the text the keys sweep on from its sentence: 1 ↓ ↓ 3 ↓', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  const { from } = await boundsOfWords(page, 'kindness');
  await page.mouse.click(from.x + 8, from.y);
  await pressKeys(page, '1 ArrowDown ArrowDown 3 ArrowDown');
  await mark(page, SENTENCE).waitFor();
  await saved(page);
  expect(await storedTags(stage.olga, path)).toEqual([
    `fact: ${SENTENCE}`,
    'opinion: But diplomats as old in the trade as Lavrov do not soften by accident.',
  ]);
});

test('[M5] keys are letters in a composer, and dead in a menu', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  await selectWords(page, SENTENCE);
  await page.keyboard.press('c');
  await page.getByRole('textbox').waitFor();
  await page.keyboard.type('s 1 2 3 o');
  await page.getByRole('textbox').filter({ hasText: 's 1 2 3 o' }).waitFor();
  await page.keyboard.press('Escape');
  const { from } = await boundsOfWords(page, 'Something in Moscow');
  await page.mouse.click(from.x + 8, from.y);
  await page.getByRole('button', { name: /^Your menu/ }).click();
  await page.getByRole('menuitem').first().waitFor();
  await page.keyboard.press('1');
  await page.keyboard.press('Escape');
  await saved(page);
  expect(await storedTags(stage.olga, path)).toEqual([]);
});
