import { expect, test } from 'vitest';
import { pressKeys, selectedWords } from './press-keys.ts';
import { mark, newReading, open, saved, toolbar } from './room.ts';
import { boundsOfWords, passingWords, selectWords } from './select-words.ts';
import { setStage } from './stage.ts';
import { storedMarks, storedTags } from './stored-marks.ts';

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

test('[M3] the same words chosen again before the browser has said that they were let go are meant again', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  await page.locator('article [data-start]', { hasText: SENTENCE }).evaluate((block) => {
    for (const key of ['1', '3']) {
      block.dispatchEvent(new PointerEvent('pointerdown', { pointerType: 'mouse', bubbles: true }));
      document.getSelection()?.selectAllChildren(block);
      block.dispatchEvent(new PointerEvent('pointerup', { pointerType: 'mouse', bubbles: true }));
      block.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    }
  });
  await saved(page);
  const [stored, ...others] = await storedTags(stage.olga, path);
  expect(stored).toMatch(new RegExp(`^opinion: .*${SENTENCE}`));
  expect(others).toEqual([]);
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

test('[M6] e moves the ends by keys: one write, one step of undo; Escape leaves them', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  await selectWords(page, 'not kindness');
  await page.keyboard.press('3');
  await mark(page, 'not kindness').click();
  await pressKeys(page, 'e ArrowRight Escape e Shift+ArrowLeft ArrowRight');
  await expect.poll(() => passingWords(page, 'pending')).toBe('is not kindness.');
  await page.keyboard.press('Enter');
  await saved(page);
  expect(await storedTags(stage.olga, path)).toEqual(['opinion: is not kindness.']);
  await page.keyboard.press('Control+z');
  await saved(page);
  expect(await storedTags(stage.olga, path)).toEqual(['opinion: not kindness']);
});

test('[M6] handles at my open mark move its ends, across blocks too', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  await selectWords(page, PARAGRAPH_END);
  await page.keyboard.press('1');
  await mark(page, PARAGRAPH_END).click();
  const handle = page.locator('[data-end="end"]');
  await handle.waitFor();
  const { to } = await boundsOfWords(page, 'Consider whe');
  const box = await handle.boundingBox();
  if (box === null) throw new Error('the handle is not drawn');
  await page.mouse.move(box.x + 1, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x - 4, to.y, { steps: 6 });
  await page.mouse.up();
  await saved(page);
  expect(await storedTags(stage.olga, path)).toEqual([
    `fact: ${PARAGRAPH_END}\nThe wedge\nConsider where`,
  ]);
});

test('[M8] several marks of mine in a selection change together, and one undo takes it back', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  for (const [words, key] of [
    ['This is', '1'],
    ['not kindness', '2'],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one mark after the other
    await selectWords(page, words);
    // oxlint-disable-next-line no-await-in-loop -- one mark after the other
    await page.keyboard.press(key);
  }
  const both = page.getByRole('group', { name: 'Your 2 marks here' });
  await selectWords(page, SENTENCE);
  await both.getByRole('button', { name: 'All as opinion' }).click();
  await both.getByLabel('Label all of them').fill('tone');
  await page.keyboard.press('Enter');
  await saved(page);
  const stored = await storedMarks(stage.olga, path);
  expect(stored.map(({ tag, labels }) => [tag, labels])).toEqual([
    ['opinion', ['tone']],
    ['opinion', ['tone']],
  ]);
  await both.getByRole('button', { name: 'Take off' }).click();
  await expect.poll(() => storedTags(stage.olga, path)).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect
    .poll(() => storedTags(stage.olga, path))
    .toEqual(['opinion: This is', 'opinion: not kindness']);
});

test('[M9] only me: others see nothing of it, the bar says so, and a note of mine shows a lock', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.ben);
  await open(page, path);
  await selectWords(page, SENTENCE);
  await toolbar(page).getByRole('button', { name: 'Only me' }).click();
  await page.keyboard.press('3');
  await mark(page, SENTENCE).click();
  await page.getByRole('img', { name: 'Only for you' }).waitFor();
  // With it go the handles at its ends, which would take the press.
  await page.keyboard.press('Escape');
  await saved(page);
  expect(await storedTags(stage.ben, path)).toEqual([]);
  expect(await storedTags(stage.ben, path, '?place=private')).toEqual([`opinion: ${SENTENCE}`]);
  await page.getByRole('button', { name: 'Only me', exact: true }).click();
  await selectWords(page, SENTENCE);
  await page.keyboard.press('1');
  await saved(page);
  // A private note never answers for a shared mark.
  expect(await storedTags(stage.ben, path)).toEqual([`fact: ${SENTENCE}`]);
  expect(await storedTags(stage.ben, path, '?place=private')).toEqual([`opinion: ${SENTENCE}`]);
});

test('[M9] in a closed reading the toolbar says why, and offers a note for me alone', async () => {
  const path = await newReading(stage.olga);
  await stage.olga.send('PATCH', `/api${path}`, { phase: 'closed' });
  const page = await stage.windowOf(stage.ben);
  await open(page, path);
  await selectWords(page, SENTENCE);
  await toolbar(page).getByText('no more are taken').waitFor();
  await page.keyboard.press('1');
  await toolbar(page).getByRole('button', { name: 'Mark for me alone' }).click();
  await page.keyboard.press('2');
  await mark(page, SENTENCE).waitFor();
  await saved(page);
  expect(await storedTags(stage.ben, path, '?place=private')).toEqual([`prediction: ${SENTENCE}`]);
});

test('[M10] details are one row on the mark: each click and each field is a write', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  await selectWords(page, SENTENCE);
  await page.keyboard.press('2');
  await mark(page, SENTENCE).click();
  await page.keyboard.press('b');
  const row = page.getByRole('group', { name: 'Details of the mark' });
  await row.getByRole('button', { name: 'hedged' }).click();
  await row.getByRole('button', { name: 'quoted' }).click();
  await row.getByLabel('Who says it').fill('Lavrov');
  await row.getByLabel('By when').fill('mid-February');
  await row.getByLabel('Judged by').fill('both ministries');
  await row.getByRole('button', { name: '4 of 5' }).click();
  await row.getByLabel('Add a label').fill('war');
  await page.keyboard.press('Enter');
  await saved(page);
  const [stored] = await storedMarks(stage.olga, path);
  expect(stored).toMatchObject({
    hedged: true,
    voice: { kind: 'quoted', who: 'Lavrov' },
    prediction: { by: 'mid-February', judgedBy: 'both ministries' },
    labels: ['war'],
  });
  const sounds = await stage.olga.get<{ record: { kind?: string; step?: number } }[]>(
    `/api${path}/annotations`,
  );
  expect(sounds.flatMap(({ record }) => (record.kind === 'sounds' ? [record.step] : []))).toEqual([
    4,
  ]);
});

test('[M11] Delete takes my open mark off without a question, and undo brings it back', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  await selectWords(page, SENTENCE);
  await page.keyboard.press('1');
  await mark(page, SENTENCE).click();
  await page.keyboard.press('Delete');
  await mark(page, SENTENCE).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await mark(page, SENTENCE).waitFor();
  await saved(page);
  expect(await storedTags(stage.olga, path)).toEqual([`fact: ${SENTENCE}`]);
});
