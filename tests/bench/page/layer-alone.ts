import type { Browser, Page } from 'playwright-core';
import type { Annotation } from '#lib/annotation/record.ts';
import { serveModules } from '#tests/browser/module-server.ts';
import type { GeneratedReading } from './annotated-reading.ts';
import {
  DESK,
  handedOver,
  openPage,
  type OpenPage,
  PHONE,
  type Profile,
  scrolled,
} from './contender-pages.ts';
import type { Figures } from './table.ts';

const PATIENCE = 60_000;
const POINTS = 400;
const ONES = 7;
const FRAMES = 200;

/** Figures of the highlight layer's modules, over the same text and annotations, without the application. */
export async function measureLayer(
  browser: Browser,
  { long, dense }: { long: GeneratedReading; dense: GeneratedReading },
): Promise<Figures> {
  const modules = await serveModules();
  const url = `${modules.url}tests/browser/highlight-layer.html`;
  try {
    const desk = await layerIn(browser, url, DESK, long);
    const one = await oneMore(desk.open.page);
    const hit = await hitTest(desk.open.page);
    const { thread, late } = await scrolled(desk.open, 150, FRAMES);
    await desk.open.close();
    const phone = await layerIn(browser, url, PHONE, long);
    const phoneScroll = await scrolled(phone.open, 40, FRAMES);
    await phone.open.close();
    const few = await layerIn(browser, url, DESK, dense);
    await few.open.close();
    return {
      'painted layer': desk.painted,
      'one layer': one,
      'scroll layer': thread,
      'scroll layer late': late,
      'phone layer': phone.painted,
      'phone scroll layer': phoneScroll.thread,
      'dense layer': few.painted,
      hit,
    };
  } finally {
    await modules.close();
  }
}

async function layerIn(
  browser: Browser,
  url: string,
  profile: Profile,
  { paragraphs, marks }: GeneratedReading,
): Promise<{ open: OpenPage; painted: number }> {
  const open = await openPage(browser, profile, null);
  await open.page.goto(url);
  await open.page.waitForFunction(() => 'articlePage' in globalThis);
  await open.page.evaluate((texts) => articlePage.mount(texts), paragraphs);
  const annotations = marks.map(({ id, start, end, tag, member }): Annotation => {
    const target = { revision: 'r', start, end, exact: '', prefix: '', suffix: '' };
    return { id, author: `u${member}`, created: '', target, tag, comment: null };
  });
  const held = await handedOver(open.page, annotations);
  const painted = await open.page.evaluate(
    ([given, patience]) => pageWatch.layerPainted(() => articlePage.showAll(given), patience),
    [held, PATIENCE] as const,
  );
  return { open, painted };
}

/** The middle of several, one after the other. They are the reader's own, whose bars show however much is marked there. */
async function oneMore(page: Page): Promise<number> {
  const times = await page.evaluate(
    async ([ones, patience]) => {
      const spent: number[] = [];
      for (let index = 0; index < ones; index += 1) {
        const start = 300 + index * 12;
        const target = { revision: 'r', start, end: start + 7, exact: '', prefix: '', suffix: '' };
        const one = { id: `me/${index}`, author: 'me', created: '', target, comment: null };
        const changed = articlePage.withOneMore({ ...one, tag: 'opinion' });
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        spent.push(await pageWatch.layerPainted(() => articlePage.layer?.show(changed), patience));
      }
      return spent;
    },
    [ONES, PATIENCE] as const,
  );
  return times.toSorted((a, b) => a - b)[Math.floor(ONES / 2)] ?? Number.NaN;
}

/** Milliseconds from a point of the window to the annotations there. */
async function hitTest(page: Page): Promise<number> {
  return page.evaluate((points) => {
    const { left, width } = articlePage.article().getBoundingClientRect();
    let found = 0;
    const begun = performance.now();
    for (let index = 0; index < points; index += 1) {
      const x = left + ((index * 37) % width);
      const offset = articlePage.offsetAt(x, 60 + ((index * 53) % 780));
      if (offset !== null) found += articlePage.layer?.annotationsAt(offset).length ?? 0;
    }
    const spent = performance.now() - begun;
    if (found === 0) throw new Error('No annotation was hit.');
    return spent / points;
  }, POINTS);
}
