import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { comment, mark, newReading, open, saved } from './room.ts';
import { setStage } from './stage.ts';
import { joinReading } from './writing-reader.ts';

/** While I write in a card, others go on in the same card. */
const stage = setStage();
const HELD = 'a minister who wished to be believed';
/** On words that the card is about; the first begins before them, so that its place is above. */
const INSIDE = ['still stand within reach of Ukraine, and a minister', 'who wished'];
const SAID = 'Which minister?';
const ANSWER = 'The one who speaks of it.';

const field = (page: Page): Locator => page.getByRole('textbox', { name: /^Reply to/ });
const replies = (page: Page): Locator => page.locator('[role="comment"][aria-level="2"]');

/** Where the field, the page and the sheet stand from now on, one entry for each frame that differs. */
async function followField(page: Page): Promise<() => Promise<unknown[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    const look = (): void => {
      const found = document.querySelector('[contenteditable="true"]');
      const { top, height } = found?.getBoundingClientRect() ?? {};
      const sheet = found?.closest('dialog')?.scrollTop ?? 0;
      const now = `field ${top} (${height}), page ${window.scrollY}, sheet ${sheet}`;
      if (seen.at(-1) !== now) seen.push(now);
      requestAnimationFrame(look);
    };
    look();
    Object.assign(globalThis, { seen });
  });
  return () => page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
}

test.each([1440, 768, 390])(
  '[G1] at %i px the field in which I write an answer stays to the pixel while others say more in its card',
  async (width) => {
    const path = await newReading(stage.olga);
    const ben = await stage.windowOf(stage.ben);
    await open(ben, path);
    await comment(ben, HELD, SAID);
    await saved(ben);
    const carl = await stage.server.member('Carl Sand');
    const writer = await joinReading(carl, path.split('/').at(-1) ?? '');

    const olga = await stage.windowOf(stage.olga, { width, height: 844, touch: width < 1024 });
    await open(olga, path);
    await mark(olga, HELD).first().click();
    await olga.getByRole('button', { name: 'Reply', exact: true }).click();
    await olga.locator('[contenteditable="true"]').waitFor();
    await olga.keyboard.type('Half a thought');
    const seen = await followField(olga);

    await ben.keyboard.press('r');
    await ben.keyboard.type(ANSWER);
    await olga.getByText('Ben Noor is answering').waitFor();
    await ben.keyboard.press('Control+Enter');
    await olga.getByRole('button', { name: '1 new reply' }).waitFor();
    await ben.getByRole('button', { name: 'Resolve', exact: true }).click();
    for (const words of INSIDE) writer.mark(words, { tag: 'opinion' });
    for (const words of INSIDE) writer.mark(words, { comment: `About “${words}”.` });
    await olga.getByRole('button', { name: '2 new comments, 1 new reply' }).waitFor();
    expect(await replies(olga).count()).toBe(0);
    expect(await seen()).toEqual([expect.stringMatching(/^field \d/)]);

    await olga.keyboard.type(' and the rest');
    await olga.keyboard.press('Control+Enter');
    await replies(olga).filter({ hasText: ANSWER }).waitFor();
    await replies(olga).filter({ hasText: 'Half a thought and the rest' }).waitFor();
    await olga.getByText('About “who wished”.').first().waitFor();
    writer.close();
  },
);

test('[G1] what waits below my field comes into its place when I ask for it, and I write on', async () => {
  const path = await newReading(stage.olga);
  const ben = await stage.windowOf(stage.ben);
  await open(ben, path);
  await comment(ben, HELD, SAID);
  await saved(ben);
  const olga = await stage.windowOf(stage.olga);
  await open(olga, path);
  await mark(olga, HELD).click();
  await olga.getByRole('button', { name: 'Reply', exact: true }).click();
  await olga.keyboard.type('Half a thought');
  await ben.keyboard.press('r');
  await ben.keyboard.type(ANSWER);
  await ben.keyboard.press('Control+Enter');
  const waits = olga.getByRole('button', { name: '1 new reply' });
  await waits.click();
  await replies(olga).filter({ hasText: ANSWER }).waitFor();
  expect(await waits.count()).toBe(0);
  await olga.keyboard.type(' more');
  await field(olga).filter({ hasText: 'Half a thought more' }).waitFor();
});
