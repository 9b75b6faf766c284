import { expect, it } from 'vitest';
import { newReading } from './room.ts';
import { setStage } from './stage.ts';
import { joinReading } from './writing-reader.ts';

const MARKS = 12;

const stage = setStage();

/** Resolves when the server shows them. */
async function markedByBen(reading: string): Promise<void> {
  const writer = await joinReading(stage.ben, reading);
  for (const words of writer.firstWords(MARKS))
    writer.mark(words, { tag: 'fact', comment: `Which record says “${words}”?` });
  const shown = (): Promise<{ annotations: number }> =>
    stage.ben.get(`/api/readings/${reading}/insight`);
  await expect.poll(async () => (await shown()).annotations).toBe(MARKS);
  writer.close();
}

/** Put into the page before its own scripts: gathers what the browser says has moved without a deed of mine (Layout Instability). */
function gatherShifts(): void {
  const shifts: string[] = [];
  Object.assign(globalThis, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      sources: { node: Node | null }[];
    })[])
      shifts.push(...entry.sources.map(({ node }) => node?.textContent?.slice(0, 60) ?? 'gone'));
  }).observe({ type: 'layout-shift', buffered: true });
}

it.each([1440, 1024, 768, 390])(
  '[Y1] at %i px nothing moves while marks, cards, figures and what is unread come',
  async (width) => {
    const path = await newReading(stage.olga);
    await markedByBen(path.split('/').at(-1) ?? '');
    const page = await stage.windowOf(stage.olga, { width });
    await page.addInitScript(gatherShifts);
    // Its fonts come with another page, as they mostly have by the time that somebody reads.
    await page.goto('/');
    await page.goto(path);
    await page.locator('article mark').first().waitFor();
    await page.getByRole('button', { name: new RegExp(`^${MARKS}`) }).waitFor();
    await page.locator('main :is([data-key], [data-block])').first().waitFor();
    const shifts = await page.evaluate(
      () =>
        new Promise((resolve) => {
          requestIdleCallback(() =>
            resolve((globalThis as unknown as { shifts: string[] }).shifts),
          );
        }),
    );
    expect(shifts).toEqual([]);
  },
);
