import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { OWNER } from '#tests/integration/postil-server.ts';
import { newReading, open, saved, startComment } from './room.ts';
import { setStage } from './stage.ts';
import { storedMarks } from './stored-marks.ts';

/** What is half written outlives whatever ends the page under it. */
const stage = setStage();
const SENTENCE = 'This is not kindness.';
const HALF = 'Half a thought';

const draft = (page: Page): Locator => page.getByRole('region', { name: 'Unsent', exact: true });

async function write(page: Page): Promise<string> {
  const path = await newReading(stage.olga);
  await open(page, path);
  await startComment(page, SENTENCE);
  await page.keyboard.type(HALF);
  await page.getByRole('textbox').filter({ hasText: HALF }).waitFor();
  return path;
}

test('[T8] a draft survives a crash of the page', async () => {
  const page = await stage.windowOf(stage.ben);
  const path = await write(page);
  // Stored when the typing rests.
  await page.waitForFunction(
    (words) => Object.values(localStorage).some((value) => String(value).includes(words)),
    HALF,
  );
  const crashed = page.waitForEvent('crash');
  const devtools = await page.context().newCDPSession(page);
  // Never answered: the page that would is gone.
  devtools.send('Page.crash').catch(() => {});
  await crashed;
  const next = await page.context().newPage();
  await page.close();
  await open(next, path);
  await draft(next).filter({ hasText: HALF }).waitFor();
  await draft(next).getByRole('button', { name: 'Go on' }).click();
  await next.getByRole('textbox').filter({ hasText: HALF }).waitFor();
  await next.keyboard.press('Control+Enter');
  await saved(next);
  await expect.poll(async () => (await storedMarks(stage.ben, path)).length).toBe(1);
  await draft(next).waitFor({ state: 'detached' });
});

test('[T8] [Y4] a draft survives the end of the sign-in: the page says so, leads back, and it waits there', async () => {
  const page = await stage.windowOf(stage.olga);
  const path = await write(page);
  await stage.olga.send('POST', '/api/me/sign-out-everywhere');
  await page.getByText('your session has ended').first().waitFor();
  await page.getByRole('textbox').filter({ hasText: HALF }).waitFor();
  await page.keyboard.type(', to its end');
  await page.getByRole('link', { name: 'Sign in again' }).click();
  await page.getByLabel('Mail address').fill(OWNER.email);
  await page.getByLabel('Password').fill(OWNER.password);
  await page.keyboard.press('Enter');
  await saved(page);
  expect(new URL(page.url()).pathname).toBe(path);
  await draft(page)
    .filter({ hasText: `${HALF}, to its end` })
    .waitFor();
});
