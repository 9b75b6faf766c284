import type { Browser } from 'playwright-core';
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

/** How long a peer is waited for. Milliseconds. */
const PATIENCE = 30_000;
const ONES = 7;
const FRAMES = 200;
const POINTS = 400;

/** The figures that a peer's page has too. Throws when it draws nothing. */
export async function measurePeer(
  browser: Browser,
  url: string,
  { long, dense }: { long: GeneratedReading; dense: GeneratedReading },
): Promise<Figures> {
  const desk = await onDesk(browser, url, long);
  const phone = await withText(browser, url, PHONE, long);
  const figures: Figures = { ...desk, phone: phone.painted };
  if (Number.isFinite(phone.painted))
    figures['phone scroll'] = (await scrolled(phone.open, 40, FRAMES)).thread;
  await phone.open.close();
  const few = await withText(browser, url, DESK, dense);
  figures.dense = few.painted;
  await few.open.close();
  return figures;
}

async function onDesk(browser: Browser, url: string, reading: GeneratedReading): Promise<Figures> {
  const { open, painted } = await withText(browser, url, DESK, reading);
  if (!Number.isFinite(painted)) throw new Error(`${url} drew no mark.`);
  const { page } = open;
  const elements = await page.evaluate(() => document.querySelectorAll('article *').length);
  const hit = await hitTest(open);
  const one = await oneMore(open);
  const { thread, late } = await scrolled(open, 150, FRAMES);
  await open.close();
  return {
    painted,
    'painted to Recogito': painted,
    one,
    scroll: thread,
    'scroll late': late,
    elements,
    hit,
  };
}

async function withText(
  browser: Browser,
  url: string,
  profile: Profile,
  { paragraphs, marks }: GeneratedReading,
): Promise<{ open: OpenPage; painted: number }> {
  const open = await openPage(browser, profile, null);
  await open.page.goto(url);
  await open.page.evaluate((given) => globalThis.peer?.showText(given), paragraphs);
  const held = await handedOver(open.page, marks);
  const painting = open.page.evaluate(
    ([given, patience]) => pageWatch.peerPainted(() => globalThis.peer?.hand(given), patience),
    [held, PATIENCE] as const,
  );
  // A page that is busy for longer than one waits does not answer: then it was not in time.
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<number>((resolve) => {
    timer = setTimeout(() => resolve(Infinity), PATIENCE);
  });
  const painted = await Promise.race([painting.catch(() => Infinity), late]);
  clearTimeout(timer);
  return { open, painted };
}

async function hitTest({ page }: OpenPage): Promise<number> {
  return page.evaluate((points) => {
    const box = document.querySelector('article')?.getBoundingClientRect();
    const begun = performance.now();
    for (let index = 0; index < points; index += 1) {
      const x = (box?.left ?? 0) + ((index * 37) % (box?.width ?? 1));
      globalThis.peer?.hitTest(x, 60 + ((index * 53) % 780));
    }
    return (performance.now() - begun) / points;
  }, POINTS);
}

/** The middle of several, one after the other. */
async function oneMore({ page }: OpenPage): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < ONES; index += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const time = await page.evaluate(
      ([at, patience]) =>
        pageWatch.peerPainted(
          () =>
            globalThis.peer?.addOne({
              id: `one-more-${at}`,
              start: 300 + at * 12,
              end: 307 + at * 12,
              tag: 'opinion',
            }),
          patience,
        ),
      [index, PATIENCE] as const,
    );
    times.push(time);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(ONES / 2)] ?? Number.NaN;
}
