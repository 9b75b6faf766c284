import type { OpenPage } from '../page/contender-pages.ts';

/** How a page's frames came while it was left alone. */
export interface Frames {
  /** A second. */
  rate: number;
  /** Over 20 ms, that is one was left out. */
  late: number;
  /** Over 50 ms: somebody would notice. */
  stuck: number;
  /** Milliseconds. */
  longest: number;
  /** Of the main thread's time, 0 to 1: what its tasks took of a processor, whatever else ran on it. */
  cpu: number;
  /** How often a second its session gave out records. */
  changes: number;
}

export async function watchedFrames({ page, cdp }: OpenPage, time: number): Promise<Frames> {
  await cdp.send('Performance.disable');
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await taskSeconds(cdp);
  const { gaps, changes } = await page.evaluate(gapsWithin, time);
  const spent = (await taskSeconds(cdp)) - before;
  const whole = gaps.reduce((sum, gap) => sum + gap, 0);
  return {
    rate: (gaps.length / whole) * 1000,
    late: gaps.filter((gap) => gap > 20).length,
    stuck: gaps.filter((gap) => gap > 50).length,
    longest: Math.max(...gaps),
    cpu: (spent * 1000) / whole,
    changes: (changes / whole) * 1000,
  };
}

/** In the page. */
async function gapsWithin(time: number): Promise<{ gaps: number[]; changes: number }> {
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const gaps: number[] = [];
  let changes = 0;
  // The session clears its marks.
  const watch = new PerformanceObserver((list) => {
    changes += list.getEntries().filter(({ name }) => name.startsWith('postil:records')).length;
  });
  watch.observe({ type: 'mark' });
  const begun = await frame();
  for (let last = begun; last - begun < time;) {
    // oxlint-disable-next-line no-await-in-loop -- frame by frame
    const now = await frame();
    gaps.push(now - last);
    last = now;
  }
  watch.disconnect();
  return { gaps, changes };
}

async function taskSeconds(cdp: OpenPage['cdp']): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}
