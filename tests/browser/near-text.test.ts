import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { serveModules } from './module-server.ts';

let browser: Browser;
let modules: Awaited<ReturnType<typeof serveModules>>;
let page: Page;

beforeAll(async () => {
  [browser, modules] = await Promise.all([launchBrowser(), serveModules()]);
});

afterAll(async () => {
  await browser.close();
  await modules.close();
});

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 800, height: 640 } });
  await page.goto(`${modules.url}tests/browser/highlight-layer.html`);
  await page.waitForFunction(() => 'articlePage' in globalThis);
});

afterEach(() => page.close());

const SENTENCE = 'the river rose and the ferry did not leave the harbour that day. ';
/** Short paragraphs round one of many screens. */
const TEXTS = Array.from({ length: 81 }, (_, index) => SENTENCE.repeat(index === 40 ? 200 : 8));

/** Every paragraph's first word is marked, and every twentieth sentence of the tall one; all in the task that mounts the text. */
function mountMarked(texts: readonly string[]): Promise<void> {
  return page.evaluate(
    async ([given, step]) => {
      let start = 0;
      const starts: number[] = [];
      for (const text of given) {
        for (let at = 0; at < text.length; at += step) starts.push(start + at);
        start += text.length + 1;
      }
      const mounted = articlePage.mount(given);
      const watch = new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes)
            if (node instanceof Element && node.matches('mark')) drawn.push(node);
      });
      const drawn: Element[] = [];
      watch.observe(articlePage.article(), { subtree: true, childList: true });
      articlePage.showAll(
        starts.map((from) => ({
          id: `ann/record-${from}`,
          author: 'ann',
          created: '',
          target: { revision: 'r', start: from, end: from + 3, exact: '', prefix: '', suffix: '' },
          tag: 'fact',
          comment: null,
        })),
      );
      Object.assign(globalThis, { drawn });
      await mounted;
      await document.fonts.ready;
      await articlePage.rested();
    },
    [texts, SENTENCE.length * 20] as const,
  );
}

const drawnSoFar = (): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { drawn: Element[] }).drawn.length);

const marksInView = (): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('mark')].filter((mark) => {
        const { top } = mark.getBoundingClientRect();
        return top > 0 && top < innerHeight;
      }).length,
  );

const marks = (): Promise<number> => page.evaluate(() => articlePage.marks().length);

async function scrollTo(top: number): Promise<void> {
  await page.evaluate(async (to) => {
    window.scrollTo({ top: to, behavior: 'instant' });
    await articlePage.rested();
  }, top);
}

test('[I3] annotations that are there before the browser says what is near are drawn once', async () => {
  await mountMarked(TEXTS);
  expect(await marks()).toBeGreaterThan(0);
  expect(await drawnSoFar()).toBe(await marks());
});

test('[I3] scrolling to and fro by less than half a screen draws nothing anew', async () => {
  await mountMarked(TEXTS);
  await scrollTo(1000);
  const before = await drawnSoFar();
  for (const top of [1280, 720, 1000]) {
    // oxlint-disable-next-line no-await-in-loop -- one way after the other
    await scrollTo(top);
  }
  expect(await drawnSoFar()).toBe(before);
});

test('[I3] wherever one jumps, what is in view is marked, and what was left is bare', async () => {
  await mountMarked(TEXTS);
  const { height, tall } = await page.evaluate(() => ({
    height: document.documentElement.scrollHeight,
    tall: document.querySelectorAll('p')[40]?.offsetTop ?? 0,
  }));
  const few = await marks();
  for (const top of [height, tall - 300, 0, height / 4, tall + 2500, height, tall + 4000, 0]) {
    // oxlint-disable-next-line no-await-in-loop -- one jump after the other
    await scrollTo(top);
    // oxlint-disable-next-line no-await-in-loop -- the same
    expect([top, await marksInView()]).toEqual([top, expect.toSatisfy((count) => count > 0)]);
    // oxlint-disable-next-line no-await-in-loop -- the same
    expect(await marks()).toBeLessThan(few + 30);
  }
});

test('[I3] what comes from far outside the article finds it marked', async () => {
  await mountMarked(TEXTS);
  await page.evaluate(() => {
    const footer = document.body.appendChild(document.createElement('div'));
    footer.style.height = '9000px';
  });
  await scrollTo(1e6);
  await scrollTo(10_000);
  expect(await marksInView()).toBeGreaterThan(0);
});

test('[I3] an article that is hidden for a while keeps what it has', async () => {
  await mountMarked(TEXTS);
  const before = await marks();
  await page.evaluate(async () => {
    articlePage.article().style.display = 'none';
    await articlePage.rested();
    articlePage.article().style.display = '';
    await articlePage.rested();
  });
  expect(await marks()).toBe(before);
});
