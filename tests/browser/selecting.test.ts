import { expect, test } from 'vitest';
import { selectedWords } from './press-keys.ts';
import { mark, newReading, open, toolbar } from './room.ts';
import { selectWords } from './select-words.ts';
import { setStage } from './stage.ts';
import { storedTags } from './stored-marks.ts';

/** A selection among marks and handles of mine is what the pointer chose, and grows as anywhere. */
const stage = setStage();
const SENTENCE = 'This is not kindness.';

test('[M6] a selection that is dragged over a handle ends at the pointer', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  await selectWords(page, 'not kindness');
  await page.keyboard.press('3');
  await mark(page, 'not kindness').click();
  await page.locator('[data-end="end"]').waitFor();
  await selectWords(page, 'This is not kindness');
  await expect.poll(() => selectedWords(page)).toBe('This is not kindness');
});

test('[M2] s grows a selection that spans marks of mine, whole and in part', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  for (const [words, key] of [
    ['This is', '1'],
    ['kindness. More than', '2'],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one mark after the other
    await selectWords(page, words);
    // oxlint-disable-next-line no-await-in-loop -- one mark after the other
    await page.keyboard.press(key);
  }
  await mark(page, 'More than').waitFor();
  await selectWords(page, 'is not kindness');
  await toolbar(page).waitFor();
  await page.keyboard.press('s');
  await expect.poll(() => selectedWords(page)).toBe(SENTENCE);
  await page.keyboard.press('3');
  await expect
    .poll(() => storedTags(stage.olga, path))
    .toEqual(['fact: This is', `opinion: ${SENTENCE}`, 'prediction: kindness. More than']);
});

test('[M1] spaces at the ends of a selection are no part of the mark', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  await page.keyboard.down('Alt');
  await selectWords(page, ' not kindness. ');
  await page.keyboard.up('Alt');
  await toolbar(page).waitFor();
  await page.keyboard.press('3');
  await expect.poll(() => storedTags(stage.olga, path)).toEqual(['opinion: not kindness.']);
});
