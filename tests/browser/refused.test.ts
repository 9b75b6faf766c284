import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Me } from '#lib/protocol/http.ts';
import type { Client } from '#tests/integration/client.ts';
import { lineOf } from './line-of.ts';
import { chip, comment, mark, newReading, open, saved, startComment, toolbar } from './room.ts';
import { selectWords } from './select-words.ts';
import { setStage } from './stage.ts';
import { storedMarks } from './stored-marks.ts';

/** Rights changed while I wrote: nothing of mine is dropped, and all of it can be taken along or let go. */
const stage = setStage();
const SENTENCE = 'This is not kindness.';
const MARKED = 'Either way the wedge will not go in.';
const FAR = 'About the snare she is right.';
const LONG = `${'Whoever says so should also say how it is known. '.repeat(9)}That is all.`;
const HALF = 'Half a thought, not sent';

const refused = (page: Page): Locator =>
  page.getByRole('region', { name: 'Not taken by the server' });
const refusal = (page: Page, words: string): Locator =>
  refused(page)
    .locator('> *')
    .filter({ has: page.getByText(words) });
const draft = (page: Page): Locator => page.getByRole('region', { name: 'Unsent', exact: true });
const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

async function changeRole(member: Client, role: 'annotator' | 'observer'): Promise<void> {
  const { id, groups } = await member.get<Me>('/api/me');
  await stage.olga.send('PATCH', `/api/groups/${groups[0]?.id}/members/${id}`, { role });
}

/** Ben is offline: a comment and a mark wait to be sent, another comment is half written. */
async function workOffline(member: Client): Promise<{ page: Page; path: string; mend(): void }> {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(member);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const line = await lineOf(page);
  await open(page, path);
  await line.cut();
  await comment(page, SENTENCE, LONG);
  await selectWords(page, MARKED);
  await page.keyboard.press('2');
  await startComment(page, FAR);
  await page.keyboard.type(HALF);
  await page.getByRole('textbox').filter({ hasText: HALF }).waitFor();
  await chip(page).filter({ hasText: 'Offline (2 kept here)' }).waitFor();
  return { page, path, mend: line.mend };
}

test('[T9] a reading closed while I was offline: every word is shown, copied whole, and let go by me alone', async () => {
  const { page, path, mend } = await workOffline(stage.ben);
  await stage.olga.send('PATCH', `/api${path}`, { phase: 'closed' });
  mend();
  await refusal(page, 'Whoever says so').filter({ hasText: 'closed' }).waitFor();
  await refusal(page, MARKED).filter({ hasText: 'Prediction' }).waitFor();
  await chip(page).filter({ hasText: '2 refused' }).waitFor();
  // What is half written stands where it was, and can be taken along.
  await page.getByText('You can read here, but not write any more.').waitFor();
  const field = page.getByRole('textbox').filter({ hasText: HALF });
  await field.waitFor();
  expect(await field.getAttribute('contenteditable')).not.toBe('true');

  await page.reload();
  await refusal(page, 'Whoever says so').getByRole('button', { name: 'Copy' }).click();
  await expect.poll(() => copied(page)).toBe(`“${SENTENCE}”\n${LONG}`);
  await draft(page).filter({ hasText: HALF }).getByRole('button', { name: 'Go on' }).click();
  await page.getByText('You can read here, but not write any more.').waitFor();
  await page.getByRole('main').getByRole('button', { name: 'Copy', exact: true }).click();
  await expect.poll(() => copied(page)).toBe(HALF);

  await refusal(page, 'Whoever says so').getByRole('button', { name: 'Let go' }).click();
  await refusal(page, 'Whoever says so').waitFor({ state: 'detached' });
  await refusal(page, MARKED).getByRole('button', { name: 'Let go' }).click();
  await refused(page).waitFor({ state: 'detached' });
  await page.reload();
  await saved(page);
  await draft(page).waitFor();
  expect(await refused(page).count()).toBe(0);
  expect(await storedMarks(stage.ben, path)).toEqual([]);
});

test('[T9] made an observer while offline: what was refused waits, and goes when I may write again', async () => {
  const dan = await stage.server.member('Dan Moor');
  const { page, path, mend } = await workOffline(dan);
  await changeRole(dan, 'observer');
  mend();
  await refusal(page, 'Whoever says so').filter({ hasText: 'observer' }).waitFor();
  await refusal(page, MARKED).waitFor();
  await page.getByText('You can read here, but not write any more.').waitFor();
  expect(await storedMarks(stage.olga, path)).toEqual([]);
  await changeRole(dan, 'annotator');
  await page.reload();
  await saved(page);
  for (const words of ['Whoever says so', MARKED]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await refusal(page, words).getByRole('button', { name: 'Send again' }).click();
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await refusal(page, words).waitFor({ state: 'detached' });
  }
  await mark(page, MARKED).waitFor();
  await draft(page).filter({ hasText: HALF }).getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('textbox').filter({ hasText: HALF }).waitFor();
  await page.keyboard.press('Control+Enter');
  await saved(page);
  await expect.poll(async () => (await storedMarks(stage.olga, path)).length).toBe(3);
});

test('[Y4] rights lost while I write: the words stay in the field, to read and copy, and no key sends them', async () => {
  const eva = await stage.server.member('Eva Roth');
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(eva);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, path);
  await startComment(page, SENTENCE);
  await page.keyboard.type(HALF);
  await changeRole(eva, 'observer');
  await page.getByText('You can read here, but not write any more.').waitFor();
  await page.getByRole('textbox').filter({ hasText: HALF }).press('Control+Enter');
  await page.getByRole('main').getByRole('button', { name: 'Copy', exact: true }).click();
  await expect.poll(() => copied(page)).toBe(HALF);
  await page.reload();
  await draft(page).filter({ hasText: HALF }).waitFor();
  expect(await storedMarks(stage.olga, path)).toEqual([]);
});

test('[Y4] closed while I was offline and had nothing to send: the page knows as soon as it is back', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.ben);
  const line = await lineOf(page);
  await open(page, path);
  await line.cut();
  await stage.olga.send('PATCH', `/api${path}`, { phase: 'closed' });
  line.mend();
  await saved(page);
  await selectWords(page, SENTENCE);
  await toolbar(page).getByText('This reading is closed').waitFor();
});
