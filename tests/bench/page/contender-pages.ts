import type { Browser, CDPSession, JSHandle, Page } from 'playwright-core';
import type { Client } from '#tests/integration/client.ts';
import { cookiesOf } from '#tests/browser/reader-window.ts';
import { watchPage } from './watch-page.ts';

export interface Profile {
  width: number;
  height: number;
  /** How many times slower the processor is. */
  slower: number;
  touch: boolean;
}

export const DESK: Profile = { width: 1440, height: 900, slower: 1, touch: false };
export const SLOW_DESK: Profile = { ...DESK, slower: 4 };
export const PHONE: Profile = { width: 390, height: 844, slower: 4, touch: true };

export interface OpenPage {
  page: Page;
  cdp: CDPSession;
  close(): Promise<void>;
}

/** A window of its own with the watch in it, its processor slowed down before anything is loaded. */
export async function openPage(
  browser: Browser,
  profile: Profile,
  signedIn: Client | null,
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: profile.width, height: profile.height },
    hasTouch: profile.touch,
    isMobile: profile.touch,
    ...(signedIn !== null && { baseURL: signedIn.url }),
  });
  context.setDefaultTimeout(120_000);
  if (signedIn !== null) await context.addCookies(cookiesOf(signedIn, signedIn.url));
  await context.addInitScript(watchPage);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await slowDown(cdp, profile);
  await cdp.send('Performance.enable');
  return { page, cdp, close: () => context.close() };
}

/**
 * Puts the annotations into the page, and waits until it has come to rest. Handed over within the call that is timed, the
 * browser would spend more of that time on the call's own text, before it draws the next frame, than a page on painting.
 */
export async function handedOver<T>(page: Page, annotations: T): Promise<JSHandle<T>> {
  const held = await page.evaluateHandle((given) => given as T, annotations);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestIdleCallback(resolve));
  });
  return held;
}

function slowDown(cdp: CDPSession, { slower }: Profile): Promise<unknown> {
  return cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
}

export interface Scrolled {
  /** Milliseconds of the main thread, of each frame. */
  thread: number;
  /** Frames that came more than 20 ms after the one before. */
  late: number;
}

export async function scrolled(
  { page, cdp }: OpenPage,
  step: number,
  frames: number,
): Promise<Scrolled> {
  const before = await threadTime(cdp);
  const gaps = await page.evaluate(
    ([by, times]) => pageWatch.scroll(by ?? 0, times ?? 0),
    [step, frames],
  );
  const spent = (await threadTime(cdp)) - before;
  return { thread: spent / gaps.length, late: gaps.filter((gap) => gap > 20).length };
}

/** How long tasks have run on the page's main thread, in milliseconds. */
async function threadTime(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value;
  if (seconds === undefined) throw new Error('The browser does not tell how long its tasks took.');
  return seconds * 1000;
}
