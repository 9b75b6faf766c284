import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { annotatedReading } from '#tests/bench/page/annotated-reading.ts';
import { generatedParagraphs } from '#tests/bench/page/generated-text.ts';
import { open } from './room.ts';
import { setStage } from './stage.ts';

/** A long text in which something is said in every second sentence: only what is near the window exists in the margin. */
const stage = setStage();
const WORDS = 12_000;
/** A screen and a half on either side of the window, and a card or paragraph that reaches over that border. */
const NEAR = 1350;
const SLACK = 500;

let path: string;
let conversations: number;

beforeAll(async () => {
  const paragraphs = generatedParagraphs(WORDS);
  const text = paragraphs.join('\n');
  const marks = [...text.matchAll(/[A-Z][^.]+\./g)]
    .filter((_, at) => at % 2 === 0)
    .map(({ index, 0: sentence }, at) => ({
      id: `mark-${at}`,
      start: index,
      end: index + sentence.length,
      tag: 'fact' as const,
      member: 0,
      comment: `Which record would settle this? ${at}`,
    }));
  conversations = marks.length;
  const generated = { words: WORDS, paragraphs, marks };
  ({ path } = await annotatedReading(stage.olga, [stage.ben], generated));
});

interface Column {
  /** Cards and lines of stacks. */
  elements: number;
  conversations: number;
  /** How far the farthest is from the window, in px. */
  farthest: number;
  inWindow: number;
}

const columnOf = (page: Page): Promise<Column> =>
  page.evaluate(() => {
    const items = [...document.querySelectorAll('[data-annotations] > * > [data-key]')];
    const boxes = items.map((item) => item.getBoundingClientRect());
    const away = boxes.map(({ top, bottom }) => Math.max(-bottom, top - window.innerHeight, 0));
    return {
      elements: items.length,
      conversations: document.querySelectorAll('section[aria-label^="Conversation on"]').length,
      farthest: Math.max(...away),
      inWindow: away.filter((distance) => distance === 0).length,
    };
  });

const scrollTo = (page: Page, share: number): Promise<void> =>
  page.evaluate(
    (part) => window.scrollTo({ top: document.body.scrollHeight * part, behavior: 'instant' }),
    share,
  );

test('[G6] of several hundred conversations those within about a screen have elements, wherever one reads', async () => {
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  expect(conversations).toBeGreaterThan(400);
  for (const share of [0, 0.5, 0.98, 0.25]) {
    // oxlint-disable-next-line no-await-in-loop -- one place after the other
    await scrollTo(page, share);
    // oxlint-disable-next-line no-await-in-loop -- until the margin has followed
    await expect.poll(async () => (await columnOf(page)).inWindow).toBeGreaterThan(2);
    // oxlint-disable-next-line no-await-in-loop -- what was left behind goes
    await expect.poll(async () => (await columnOf(page)).farthest).toBeLessThan(NEAR + SLACK);
    // oxlint-disable-next-line no-await-in-loop -- one place after the other
    const { elements, conversations: cards } = await columnOf(page);
    expect(cards).toBeGreaterThan(2);
    expect(elements).toBeLessThan(60);
  }
});

test('[G6] what is open keeps its card when one scrolls away from it, and alone', async () => {
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  const first = page.locator('section[aria-label^="Conversation on"]').first();
  await first.click();
  const label = await page.locator('[data-active="true"]').getAttribute('aria-label');
  await scrollTo(page, 0.5);
  await expect.poll(async () => (await columnOf(page)).inWindow).toBeGreaterThan(2);
  const far = (): Promise<string[]> =>
    page.evaluate(
      (limit) =>
        [...document.querySelectorAll('[data-annotations] section')]
          .filter((card) => card.getBoundingClientRect().bottom < -limit)
          .map((card) => card.getAttribute('aria-label') ?? ''),
      NEAR + SLACK,
    );
  await expect.poll(far).toEqual([label]);
});

test('[G6] while the text flies by the margin is left alone; where that slows its cards come', async () => {
  const page = await stage.windowOf(stage.olga);
  await open(page, path);
  await expect.poll(async () => (await columnOf(page)).inWindow).toBeGreaterThan(2);
  const drawn = await page.evaluate(async () => {
    let cards = 0;
    const column = document.querySelector('[data-annotations]');
    if (column === null) throw new Error('no margin');
    const isCard = (node: Node): boolean =>
      node instanceof HTMLElement && node.dataset['key'] !== undefined;
    const watch = new MutationObserver((changes) => {
      for (const { addedNodes } of changes) cards += [...addedNodes].filter(isCard).length;
    });
    watch.observe(column, { childList: true, subtree: true });
    const end = document.documentElement.scrollHeight - innerHeight;
    while (window.scrollY < end) {
      window.scrollBy({ top: 1000, behavior: 'instant' });
      // oxlint-disable-next-line no-await-in-loop -- a step a frame
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    watch.disconnect();
    return cards;
  });
  expect(drawn).toBeLessThan(conversations / 4);
  await expect.poll(async () => (await columnOf(page)).inWindow).toBeGreaterThan(2);
});
