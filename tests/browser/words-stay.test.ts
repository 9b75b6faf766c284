import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { textOfComment } from '#lib/annotation/comment.ts';
import type { LoggedRecord } from '#lib/protocol/http.ts';
import { comment, mark, newReading, open, saved, startComment } from './room.ts';
import { setStage } from './stage.ts';

/** Whatever others do meanwhile, nobody's words go. */
const stage = setStage();
const SENTENCE = 'This is not kindness.';

const logged = async (path: string, query = ''): Promise<string[]> => {
  const records = await stage.ben.get<LoggedRecord[]>(`/api${path}/annotations${query}`);
  return records.map(({ map, record }) => {
    const words = 'comment' in record && record.comment ? textOfComment(record.comment) : '';
    return `${map}: ${words}`;
  });
};

/** Ben has said something, and Olga has it before her. */
async function twoAt(path: string): Promise<[ben: Page, olga: Page]> {
  const ben = await stage.windowOf(stage.ben);
  await open(ben, path);
  await comment(ben, SENTENCE, 'Which date?');
  await saved(ben);
  const olga = await stage.windowOf(stage.olga);
  await open(olga, path);
  await mark(olga, SENTENCE).click();
  await olga.getByRole('button', { name: 'Reply' }).click();
  return [ben, olga];
}

test('[M7] undo leaves what others answered in its place', async () => {
  const path = await newReading(stage.olga);
  const [ben, olga] = await twoAt(path);
  await olga.keyboard.type('The sixth of March.');
  await olga.keyboard.press('Control+Enter');
  await ben.getByText('The sixth of March.').waitFor();
  await ben.keyboard.press('Escape');
  await ben.keyboard.press('Control+z');
  await expect.poll(() => logged(path)).toEqual(['annotations: ', 'replies: The sixth of March.']);
  await olga.getByText('The sixth of March.').waitFor();
});

test('[Y4] a reply half written stays to be copied when what it answers is deleted', async () => {
  const path = await newReading(stage.olga);
  const [ben, olga] = await twoAt(path);
  await olga.keyboard.type('Half a thought');
  await ben.getByRole('button', { name: 'Delete', exact: true }).click();
  await olga.getByText('What you were writing about was deleted.').first().waitFor();
  const unsent = olga.getByRole('region', { name: 'Unsent reply' });
  await unsent.getByText('Half a thought').waitFor();
  await unsent.getByRole('button', { name: 'Copy' }).waitFor();
  await olga.reload();
  await saved(olga);
  await unsent.getByText('Half a thought').waitFor();
});

test('[M5] what is typed on while the reading closes is no key of the room', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.ben);
  await open(page, path);
  await startComment(page, SENTENCE);
  await page.locator('[contenteditable="true"]').waitFor();
  await page.keyboard.type('Typing');
  await stage.olga.send('PATCH', `/api${path}`, { phase: 'closed' });
  await page.locator('[contenteditable="false"][role="textbox"]').waitFor();
  await page.keyboard.type(' only on');
  await stage.olga.send('PATCH', `/api${path}`, { phase: 'open' });
  await page.locator('[contenteditable="true"]').click();
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => logged(path)).toEqual(['annotations: Typing']);
  expect(await logged(path, '?place=private')).toEqual([]);
});
