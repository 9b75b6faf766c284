import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { commentFromText } from '#lib/annotation/comment.ts';
import type { ReadingView } from '#lib/protocol/http.ts';
import { predictionWriter } from '#tests/fixtures/judged-predictions.ts';
import { newReading } from './room.ts';
import { setStage } from './stage.ts';

const stage = setStage();

/** What is folded is asked for when it is opened. */
async function openEverything(page: Page): Promise<void> {
  await page.locator('main details').evaluateAll((all: HTMLDetailsElement[]) => {
    for (const details of all) details.open = true;
  });
  await page.waitForLoadState('networkidle');
}

const WORD = 'W'.repeat(2000);

test('[A8] one long word in a name, a label or a comment makes no page wider than the window', async () => {
  const path = await newReading(stage.olga);
  const readings = await stage.olga.get<ReadingView[]>('/api/readings');
  const reading = readings.find(({ id }) => path.endsWith(id))!;
  const named = await stage.server.member('W'.repeat(60));
  for (const writer of [named, stage.ben]) {
    const member = await predictionWriter(writer, reading);
    await member.predict('Either way the wedge will not go in.', {
      tag: writer === named ? 'fact' : 'opinion',
      labels: ['w'.repeat(40)],
      comment: commentFromText(WORD),
    });
  }
  for (const width of [390, 1440]) {
    const page = await stage.windowOf(stage.olga, { width });
    for (const at of [path, `${path}/insight`, `${path}/report`, `/groups/${reading.group}`, '/']) {
      await page.goto(at);
      await page.locator('main').waitFor();
      await page.waitForLoadState('networkidle');
      await openEverything(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(wide, `${at} at ${width} px`).toBe(width);
    }
  }
});
