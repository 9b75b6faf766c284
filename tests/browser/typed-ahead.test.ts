import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { LoggedRecord } from '#lib/protocol/http.ts';
import { pressKeys } from './press-keys.ts';
import { newReading, open } from './room.ts';
import { selectWords } from './select-words.ts';
import { setStage } from './stage.ts';

/** What is typed for the search before it is there. */
const stage = setStage();
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search in text and comments' });

test('[F5] what is typed before the search has come is searched for, and is no key of the room', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  await selectWords(page, 'This is not kindness.');
  const released = Promise.withResolvers<void>();
  await page.route('**/*.js', async (route) => {
    await released.promise;
    await route.continue();
  });
  await pressKeys(page, '/');
  await page.keyboard.type('snare 1xx');
  await pressKeys(page, 'Backspace Backspace Backspace Backspace');
  released.resolve();
  await search(page).waitFor();
  await expect.poll(() => search(page).inputValue()).toBe('snare');
  await page.keyboard.type('d');
  await expect.poll(() => search(page).inputValue()).toBe('snared');
  const logged = await stage.olga.get<LoggedRecord[]>(`/api${path}/annotations`);
  expect(logged).toEqual([]);
});

test('[F5] Escape before it has come gives the search up, and keys are the room’s again', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  await page.route('**/*.js', () => {});
  await pressKeys(page, '/');
  await page.keyboard.type('snare');
  await pressKeys(page, 'Escape');
  await page.waitForFunction(() => !new URL(location.href).searchParams.has('q'));
  await page.unroute('**/*.js');
  await pressKeys(page, 'h');
  await page.waitForFunction(() => new URL(location.href).searchParams.get('show') === 'mine');
});
