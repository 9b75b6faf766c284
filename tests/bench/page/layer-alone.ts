import type { Browser } from 'playwright-core';
import { serveModules } from '#tests/browser/module-server.ts';
import type { GeneratedReading } from './annotated-reading.ts';

const POINTS = 400;

/** Milliseconds from a point of the window to the annotations there, over the layer's modules without the application. */
export async function layerHitTest(browser: Browser, reading: GeneratedReading): Promise<number> {
  const modules = await serveModules();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(`${modules.url}tests/browser/highlight-layer.html`);
    await page.waitForFunction(() => 'articlePage' in globalThis);
    await page.evaluate(async ({ paragraphs, marks }) => {
      await articlePage.mount(paragraphs);
      articlePage.showAll(
        marks.map(({ id, start, end, tag, member }) => ({
          id,
          author: `u${member}`,
          created: '',
          target: { revision: 'r', start, end, exact: '', prefix: '', suffix: '' },
          tag,
          comment: null,
        })),
      );
      await articlePage.rested();
    }, reading);
    return await page.evaluate((points) => {
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
  } finally {
    await context.close();
    await modules.close();
  }
}
