import type { Browser, Page } from 'playwright-core';
import type { Client } from '#tests/integration/client.ts';
import type { AnnotatedReading } from './annotated-reading.ts';
import { DESK, type OpenPage, openPage, PHONE, scrolled, SLOW_DESK } from './contender-pages.ts';
import { measureLayer } from './layer-alone.ts';
import { stockWriter } from './stock-writer.ts';
import type { Figures } from './table.ts';

export interface Measured {
  /** The long text. */
  long: AnnotatedReading;
  /** As many annotations on few words. */
  dense: AnnotatedReading;
  /** As few as an ordinary group makes. */
  usual: AnnotatedReading;
}

const PATIENCE = 60_000;
const REMOTE = 7;
const KEYS = 40;
const FRAMES = 200;

/** All figures of Postil's own page. */
export async function measurePostil(
  browser: Browser,
  reader: Client,
  { long, dense, usual }: Measured,
): Promise<Figures> {
  return {
    ...(await onDesk(browser, reader, long)),
    ...(await onPhone(browser, reader, long)),
    ...(await onFewWords(browser, reader, dense)),
    ...(await whileLoading(browser, reader, usual)),
    ...(await measureLayer(browser, { long, dense })),
  };
}

async function onDesk(
  browser: Browser,
  reader: Client,
  reading: AnnotatedReading,
): Promise<Figures> {
  const open = await openPage(browser, DESK, reader);
  const painted = await paintedIn(open, reading);
  const elements = await elementsIn(open.page);
  const one = await oneRemote(open.page, reader, reading);
  const { thread, late } = await scrolled(open, 150, FRAMES);
  const elementsLater = await elementsIn(open.page);
  const key = await keystroke(open.page);
  await open.close();
  return {
    painted,
    'painted to Recogito': painted,
    one,
    scroll: thread,
    'scroll late': late,
    elements: Math.max(elements, elementsLater),
    key,
  };
}

async function onPhone(
  browser: Browser,
  reader: Client,
  reading: AnnotatedReading,
): Promise<Figures> {
  const open = await openPage(browser, PHONE, reader);
  const painted = await paintedIn(open, reading);
  const { thread } = await scrolled(open, 40, FRAMES);
  await open.close();
  return { phone: painted, 'phone scroll': thread };
}

async function onFewWords(
  browser: Browser,
  reader: Client,
  reading: AnnotatedReading,
): Promise<Figures> {
  const open = await openPage(browser, DESK, reader);
  const painted = await paintedIn(open, reading);
  const elements = await elementsIn(open.page);
  await open.close();
  return { dense: painted, 'dense elements': elements };
}

async function whileLoading(
  browser: Browser,
  reader: Client,
  reading: AnnotatedReading,
): Promise<Figures> {
  const open = await openPage(browser, SLOW_DESK, reader);
  await paintedIn(open, reading);
  await quiet(open.page);
  const { lcp, cls, tbt } = await open.page.evaluate(() => pageWatch.vitals);
  await open.close();
  return { lcp, cls, tbt };
}

async function paintedIn({ page }: OpenPage, { path }: AnnotatedReading): Promise<number> {
  await page.goto(path, { waitUntil: 'commit' });
  const painted = await page.evaluate((patience) => pageWatch.firstPainted(patience), PATIENCE);
  if (!Number.isFinite(painted)) throw new Error('Postil drew no mark.');
  await quiet(page);
  return painted;
}

/**
 * The middle of several, one after the other, in the paragraph that is read. They are the reader's own, from another device,
 * whose bars show however much is marked there.
 */
async function oneRemote(page: Page, reader: Client, reading: AnnotatedReading): Promise<number> {
  const writer = await stockWriter(reader, reading);
  const begin = await page.evaluate(() => {
    const blocks = [...document.querySelectorAll<HTMLElement>('article [data-start]')];
    const inView = blocks.find((block) => block.getBoundingClientRect().top > 200);
    return Number(inView?.dataset['start']);
  });
  const times: number[] = [];
  for (let index = 0; index < REMOTE; index += 1) {
    const next = page.evaluate((patience) => pageWatch.nextChange(patience), PATIENCE);
    const start = begin + index * 12;
    const words = { tag: 'opinion' as const, comment: `A remark from elsewhere, ${index}` };
    writer.write([{ id: '', member: 0, start, end: start + 7, ...words }]);
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    times.push(await next);
    // oxlint-disable-next-line no-await-in-loop -- so that none waits for the one before
    await quiet(page);
  }
  writer.close();
  return middle(times);
}

async function keystroke(page: Page): Promise<number> {
  await page.evaluate(() => {
    window.scrollTo({ top: 0, behavior: 'instant' });
    const blocks = [...document.querySelectorAll<HTMLElement>('article [data-start]')];
    const block = blocks.find((one) => one.getBoundingClientRect().top > 200);
    if (block !== undefined) document.getSelection()?.selectAllChildren(block);
  });
  await page
    .getByRole('toolbar', { name: 'Mark the selected words' })
    .getByRole('button', { name: 'Comment' })
    .click();
  await page.locator('[contenteditable="true"]').waitFor();
  await quiet(page);
  const times = await page.evaluateHandle(() => pageWatch.keystrokes());
  for (let index = 0; index < KEYS; index += 1)
    // oxlint-disable-next-line no-await-in-loop -- key by key
    await page.keyboard.press('abcde fgh'.charAt(index % 9), { delay: 30 });
  await quiet(page);
  return middle(await times.jsonValue());
}

/** Nothing runs on the main thread for a while. */
async function quiet(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let calm = 0;
        const look = (deadline: IdleDeadline): void => {
          calm = deadline.timeRemaining() > 5 ? calm + 1 : 0;
          if (calm > 20) resolve();
          else setTimeout(() => requestIdleCallback(look), 20);
        };
        requestIdleCallback(look);
      }),
  );
}

function elementsIn(page: Page): Promise<number> {
  return page.evaluate(() => pageWatch.elements());
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}
