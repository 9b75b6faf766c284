import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pressKeys } from './press-keys.ts';
import { comment, mark, newReading, open, saved } from './room.ts';
import { selectWords } from './select-words.ts';
import { setStage } from './stage.ts';

const stage = setStage();
const SENTENCE = 'This is not kindness.';
const FAR = 'About the snare she is right.';

/** All that the room's status line says from now on. */
async function hearing(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const line = document.querySelector('[data-announcer]');
    if (line === null) throw new Error('There is no status line.');
    const heard: string[] = [];
    const hear = (): void => {
      if (line.textContent !== '') heard.push(line.textContent);
    };
    new MutationObserver(hear).observe(line, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    Object.assign(globalThis, { heard });
  });
  return () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
}

async function tag(page: Page, words: string, key: string): Promise<void> {
  await selectWords(page, words);
  await page.keyboard.press(key);
  await mark(page, words).first().waitFor();
  await saved(page);
}

test('[A5] what others do is gathered into one line, at most once in ten seconds', async () => {
  const path = await newReading(stage.olga);
  const [a, b] = [await stage.windowOf(stage.olga), await stage.windowOf(stage.ben)];
  await a.clock.install();
  await Promise.all([open(a, path), open(b, path)]);
  const heard = await hearing(a);
  await tag(b, SENTENCE, '1');
  await mark(a, SENTENCE).waitFor();
  await a.clock.fastForward(1000);
  expect(await heard()).toEqual(['1 new mark in view.']);
  await tag(b, 'not kindness', '3');
  await comment(b, FAR, 'Is she?');
  await saved(b);
  await a.getByText('Is she?').first().waitFor();
  await a.clock.fastForward(10_000);
  expect(await heard()).toEqual([
    '1 new mark in view.',
    '1 new mark in view. 1 new comment elsewhere.',
  ]);
});

test('[A5] what others do can be silenced; my own deeds are said at once', async () => {
  const path = await newReading(stage.olga);
  const [a, b] = [await stage.windowOf(stage.olga), await stage.windowOf(stage.ben)];
  await a.clock.install();
  await Promise.all([open(a, path), open(b, path)]);
  await pressKeys(a, '?');
  await a.getByLabel(/Say aloud what others do/).uncheck();
  await pressKeys(a, 'Escape');
  const heard = await hearing(a);
  await tag(b, SENTENCE, '1');
  await mark(a, SENTENCE).waitFor();
  await a.clock.fastForward(20_000);
  await selectWords(a, FAR);
  await a.keyboard.press('3');
  await expect.poll(heard).toEqual(['Marked as opinion.']);
});

test('[A5] only one line speaks by itself: the chip is there to be read', async () => {
  const page = await stage.windowOf(stage.olga);
  await open(page, await newReading(stage.olga));
  const live = await page.evaluate(() =>
    [...document.querySelectorAll('[role="status"], [aria-live="polite"], [role="alert"]')]
      .filter((element) => element.getAttribute('aria-live') !== 'off')
      .map((element) =>
        element.closest('[data-announcer]') === null ? element.outerHTML : 'line',
      ),
  );
  expect(live.filter((one) => one === 'line')).toHaveLength(1);
  // The other is for what could not be done, which is never silenced, and empty.
  expect(live.filter((one) => one !== 'line').map((html) => html.replace(/<[^>]*>/g, ''))).toEqual([
    '',
  ]);
});

test('[A5] a lost connection is said, and that it is back', async () => {
  const path = await newReading(stage.olga);
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  const heard = await hearing(page);
  await page.context().setOffline(true);
  await stage.server.restart();
  await expect.poll(heard).toEqual([expect.stringMatching(/^No connection/)]);
  await page.context().setOffline(false);
  await expect
    .poll(heard, { timeout: 30_000 })
    .toEqual([expect.stringMatching(/^No connection/), 'Connected again, everything is saved.']);
});
