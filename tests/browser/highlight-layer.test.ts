import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestMark } from './article-page.ts';
import { launchBrowser } from './browser.ts';
import { serveModules } from './module-server.ts';

let browser: Browser;
let modules: Awaited<ReturnType<typeof serveModules>>;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  [browser, modules] = await Promise.all([launchBrowser(), serveModules()]);
});

afterAll(async () => {
  await browser.close();
  await modules.close();
});

beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 800, height: 640 } });
  page = await context.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await page.goto(`${modules.url}tests/browser/highlight-layer.html`);
  await page.waitForFunction(() => 'articlePage' in globalThis);
  await page.evaluate((texts) => articlePage.mount(texts), TEXTS);
  await page.evaluate(() => document.fonts.ready);
});

afterEach(async () => {
  await page.context().close();
  expect(problems.splice(0)).toEqual([]);
});

const SENTENCE =
  'Either the harbour master would rather deal with the mayor to get what he wants, or … the proposal really was more helpful to the ferry.';
const TEXTS = [
  '# Has the river frozen?',
  'If so, it is not _entirely_ clear why. The council submitted a proposal two days ago that produced immediate scoffing, followed by more barge movements. The towns upstream still appear split on closing the locks, which are the only measures that will have any effect.',
  `Normally the ferry would wait for the ice, not the other way around. ${SENTENCE} Which is worse? It is hard to tell.`,
  '> “If it depends on the river, then there will be no bridge. We do not want a bridge,” said the ferryman.',
  'However, the tone has suddenly changed 😀: gypsy fjord. The papers report that the mayor has managed to get a stronger consensus in recent days, if not a bridge.',
];
const TWELVE: TestMark[] = [
  ...Array.from({ length: 7 }, (_, index): TestMark => [
    index === 0 ? 'me' : `f${index}`,
    SENTENCE,
    'fact',
  ]),
  ...Array.from({ length: 3 }, (_, index): TestMark => [`o${index}`, SENTENCE, 'opinion']),
  ...Array.from({ length: 2 }, (_, index): TestMark => [`p${index}`, SENTENCE, 'prediction']),
];
const MANY: TestMark[] = [
  ...TWELVE,
  ['a', 'the river frozen', 'prediction'],
  ['a', 'it is not entirely clear why. The council submitted a proposal', 'fact'],
  ['b', 'tirely clear', 'opinion'],
  ['me', 'which are the only measures that will have any effect.', 'opinion'],
  ['b', 'there will be no bridge.', 'prediction'],
  ['c', 'suddenly changed 😀: gypsy fjord.', null],
  ['me', 'gypsy', 'opinion'],
  ['c', 'said the ferryman.\nHowever, the tone', 'fact'],
];

const show = (marks: readonly TestMark[]): Promise<void> =>
  page.evaluate((given) => articlePage.show(given), marks);
const rest = (ms: number): Promise<void> => page.waitForTimeout(ms);

/** Left and top of every character, in quarters of a pixel. */
const places = (): Promise<number[]> =>
  page.evaluate(() =>
    articlePage.textNodes().flatMap((node) =>
      Array.from({ length: node.length }, (_, index) => {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const { left, top } = range.getBoundingClientRect();
        return [Math.round(left * 4), Math.round(top * 4)];
      }).flat(),
    ),
  );

describe('the text under the layer', () => {
  test('[I2] has the very same text nodes after marks came and went, and the same words meanwhile', async () => {
    const text = await page.evaluate(() => articlePage.text());
    await show(MANY);
    expect(await page.evaluate(() => articlePage.text())).toBe(text);
    expect(await page.evaluate(() => articlePage.marks().length)).toBeGreaterThan(10);
    await show(MANY.slice(5));
    await show([]);
    expect(await page.evaluate(() => articlePage.hasTheSameTextNodes())).toBe(true);
    expect(await page.evaluate(() => document.querySelectorAll('mark').length)).toBe(0);
  });

  test('[I9] is not moved by a letter: every word stands where it stood', async () => {
    const before = await places();
    await show(MANY);
    const after = await places();
    const moved = after.filter((value, index) => Math.abs(value - (before[index] ?? NaN)) > 4);
    expect(moved).toEqual([]);
  });

  test('[I4] a block that would look the same is left alone', async () => {
    await show(MANY);
    await page.evaluate(() =>
      document.querySelectorAll('mark').forEach((mark) => mark.setAttribute('x', '')),
    );
    await show([...MANY, ['d', 'there will be no bridge.', 'prediction']]);
    expect(await page.evaluate(() => document.querySelectorAll('mark[x]').length)).toBeGreaterThan(
      10,
    );
    expect(
      await page.evaluate(() => document.querySelectorAll('blockquote mark:not([x])').length),
    ).toBeGreaterThan(0);
  });
});

describe('a selection', () => {
  test('[I5] survives others marking the same sentence ten times; they show once it is released', async () => {
    await page.evaluate(() => articlePage.select('rather deal with the mayor'));
    const before = await page.evaluate(() => articlePage.selected());
    for (let count = 1; count <= 10; count += 1) await show(TWELVE.slice(0, count));
    expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(
      'rather deal with the mayor',
    );
    expect(await page.evaluate(() => articlePage.selected())).toEqual(before);
    expect(await page.evaluate(() => articlePage.marks())).toEqual([]);
    await page.evaluate(() => document.getSelection()?.removeAllRanges());
    await expect.poll(() => page.evaluate(() => articlePage.marks())).toEqual([SENTENCE]);
  });

  test('[I5] is not lost while it is dragged', async () => {
    const box = await page.evaluate(() => articlePage.boxOf('rather deal').toJSON());
    await page.mouse.move(box.left + 1, box.top + 12);
    await page.mouse.down();
    await show(TWELVE.slice(0, 4));
    await page.mouse.move(box.left + 30, box.top + 12, { steps: 3 });
    await show(TWELVE.slice(0, 8));
    await page.mouse.move(box.right - 1, box.top + 12, { steps: 3 });
    await page.mouse.up();
    expect(await page.evaluate(() => document.getSelection()?.toString())).toBe('rather deal');
  });

  test('backwards, in marks, over blocks, from outside and into a footer gives text offsets', async () => {
    await show(MANY);
    await page.evaluate(() => articlePage.select('clear why. The council'));
    const text = await page.evaluate(() => articlePage.text());
    const start = text.indexOf('clear why. The council');
    expect(await page.evaluate(() => articlePage.selected())).toEqual({ start, end: start + 22 });
    await page.evaluate(() => document.getSelection()?.selectAllChildren(document.body));
    expect(await page.evaluate(() => articlePage.selected())).toEqual({
      start: 0,
      end: text.length,
    });
    await page.evaluate(() => {
      const quotation = document.querySelector('blockquote') as Element;
      const footer = quotation.querySelector('footer')?.firstChild as Text;
      document.getSelection()?.setBaseAndExtent(quotation, 0, footer, 4);
    });
    const quoted = text.indexOf('“If it');
    expect(await page.evaluate(() => articlePage.selected())).toEqual({
      start: quoted,
      end: text.indexOf('\nHowever'),
    });
    await page.evaluate(() => {
      const footer = document.querySelector('footer')?.firstChild as Text;
      document.getSelection()?.setBaseAndExtent(footer, 2, footer, 6);
    });
    expect(await page.evaluate(() => articlePage.selected())).toBeNull();
  });

  test('a triple click takes the paragraph, not the next one’s start', async () => {
    const box = await page.evaluate(() => articlePage.boxOf('Normally').toJSON());
    await page.mouse.click(box.left + 5, box.top + 12, { clickCount: 3 });
    const text = await page.evaluate(() => articlePage.text());
    expect(await page.evaluate(() => articlePage.selected())).toEqual({
      start: text.indexOf('Normally'),
      end: text.indexOf('\n“If it'),
    });
  });

  test('half an emoji is taken whole', async () => {
    const text = await page.evaluate(() => articlePage.text());
    await page.evaluate(() => {
      const node = articlePage.textNodes().at(-1) as Text;
      const at = node.data.indexOf('😀');
      document.getSelection()?.setBaseAndExtent(node, at - 3, node, at + 1);
    });
    const at = text.indexOf('😀');
    expect(await page.evaluate(() => articlePage.selected())).toEqual({
      start: at - 3,
      end: at + 2,
    });
  });

  test('is told at the end of a drag, once, and not from a field', async () => {
    await page.evaluate(() => articlePage.watch());
    const box = await page.evaluate(() => articlePage.boxOf('rather deal').toJSON());
    await page.mouse.move(box.left + 1, box.top + 12);
    await page.mouse.down();
    await page.mouse.move(box.right - 1, box.top + 12, { steps: 5 });
    await rest(50);
    expect(await page.evaluate(() => articlePage.watched)).toEqual([]);
    await page.mouse.up();
    await rest(50);
    const text = await page.evaluate(() => articlePage.text());
    const start = text.indexOf('rather deal');
    const told = [{ start, end: start + 'rather deal'.length }];
    expect(await page.evaluate(() => articlePage.watched)).toEqual(told);
    await page.focus('textarea');
    await page.keyboard.type('words');
    await page.keyboard.press('Shift+Home');
    await rest(50);
    expect(await page.evaluate(() => articlePage.watched)).toEqual(told);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.mouse.click(box.left, box.top + 300);
    await expect.poll(() => page.evaluate(() => articlePage.watched.length)).toBe(2);
    expect(await page.evaluate(() => articlePage.watched[1])).toBeNull();
  });
});

describe('finding one’s way', () => {
  test('[I6] a point leads to the character under it and its annotations, shortest first', async () => {
    await show(MANY);
    const box = await page.evaluate(() => articlePage.boxOf('gypsy').toJSON());
    const text = await page.evaluate(() => articlePage.text());
    const offset = await page.evaluate(
      ({ right, top }) => articlePage.offsetAt(right - 1, top + 12),
      box,
    );
    expect(offset).toBe(text.indexOf('gypsy') + 4);
    const found = await page.evaluate(
      (at) => articlePage.layer?.annotationsAt(at).map(({ target }) => target.exact),
      offset as number,
    );
    expect(found).toEqual(['gypsy', 'suddenly changed 😀: gypsy fjord.']);
    expect(await page.evaluate(({ top }) => articlePage.offsetAt(20, top + 12), box)).toBeNull();
  });

  test('[I7] the outline goes round one whole annotation, over inline elements and blocks', async () => {
    await show(MANY);
    /** The words that the frame's lines lie over, and whether it is closed at both ends. */
    const outlined = (): Promise<string> =>
      page.evaluate(() => {
        const boxes = [...document.querySelectorAll('.postil-outline > div')];
        const rects = boxes.map((box) => box.getBoundingClientRect());
        const framed = articlePage
          .characters()
          .filter(({ x, y }) =>
            rects.some((box) => x > box.left && x < box.right && y > box.top && y < box.bottom),
          );
        const isClosed = boxes[0]?.matches('[data-first]') && boxes.at(-1)?.matches('[data-last]');
        return (isClosed === true ? '' : 'open: ') + framed.map(({ text }) => text).join('');
      });
    await page.evaluate(() => articlePage.layer?.outline('a/record-00000013'));
    expect(await outlined()).toBe('it is not entirely clear why. The council submitted a proposal');
    await page.evaluate(() => articlePage.layer?.outline('c/record-00000019'));
    expect(await outlined()).toBe('said the ferryman.However, the tone');
    await page.setViewportSize({ width: 700, height: 640 });
    await page.evaluate(() => (articlePage.article().style.width = '400px'));
    await expect.poll(outlined).toBe('said the ferryman.However, the tone');
    await page.evaluate(() => articlePage.layer?.outline(null));
    expect(await outlined()).toBe('open: ');
  });

  test('[I6] the top of a line is that of its offset', async () => {
    const [top, box, article] = await page.evaluate(() => [
      articlePage.layer?.topOf(articlePage.text().indexOf('gypsy')),
      articlePage.boxOf('gypsy').top,
      articlePage.article().getBoundingClientRect().top,
    ]);
    expect(top).toBeCloseTo((box ?? NaN) - (article ?? NaN), 0);
  });

  test('[I8] a passing highlight stays in place when the block under it is drawn anew', async () => {
    const shown = (): Promise<string[]> =>
      page.evaluate(() =>
        [...(CSS.highlights.get('postil-remote') ?? [])].map((range) =>
          (range as Range).toString(),
        ),
      );
    await page.evaluate(() => {
      const start = articlePage.text().indexOf('rather deal');
      articlePage.layer?.showPassing('remote', [{ start, end: start + 11 }]);
    });
    await show(MANY);
    expect(await shown()).toEqual(['rather deal']);
    await show([]);
    expect(await shown()).toEqual(['rather deal']);
    await page.evaluate(() => articlePage.layer?.showPassing('remote', []));
    expect(await shown()).toEqual([]);
  });
});

test('[I3] of 10,000 annotations on a long text only those near the viewport are drawn', async () => {
  const words = 'the river rose and the ferry did not leave the harbour that day';
  const drawn = await page.evaluate(async (line) => {
    const texts = Array.from({ length: 800 }, () => Array(5).fill(line).join(', '));
    await articlePage.mount(texts);
    const length = line.length * 5 + 8;
    const annotations = Array.from({ length: 10_000 }, (_, index) => {
      const start = (index % 800) * (length + 1) + ((index * 37) % 211);
      const target = { revision: 'r', start, end: start + 60, exact: '', prefix: '', suffix: '' };
      const author = `u${index % 40}`;
      const tag = ['fact', 'prediction', 'opinion'][index % 3] as string;
      return { id: `${author}/record-${index}`, author, created: '', target, tag, comment: null };
    });
    const begun = performance.now();
    articlePage.showAll(annotations);
    const ms = performance.now() - begun;
    const again = performance.now();
    const one = annotations[0] as (typeof annotations)[number];
    articlePage.showAll([...annotations, { ...one, id: 'new/record-000001', author: 'new' }]);
    const oneMore = performance.now() - again;
    const atTop = articlePage.marks().length;
    const first = document.querySelector('[data-start]') as HTMLElement;
    const firstIsDrawn = first.querySelector('mark') !== null;
    window.scrollTo(0, document.body.scrollHeight / 2);
    await articlePage.rested();
    await articlePage.rested();
    const middle = document.elementFromPoint(400, 320)?.closest('[data-start]');
    return {
      ms,
      oneMore,
      atTop,
      firstIsDrawn,
      inMiddle: articlePage.marks().length,
      middleIsDrawn: middle?.querySelector('mark') !== null,
      firstIsBare: first.querySelector('mark') === null,
    };
  }, words);
  expect(drawn).toMatchObject({ firstIsDrawn: true, middleIsDrawn: true, firstIsBare: true });
  expect(drawn.atTop).toBeLessThan(1_500);
  expect(drawn.inMiddle).toBeLessThan(2_000);
  console.log(
    `10,000 annotations: ${drawn.ms.toFixed(1)} ms, ${drawn.atTop} marks, one more ${drawn.oneMore.toFixed(1)} ms`,
  );
});

test('[I3] 10,000 annotations on a short text give no more than 2,000 elements', async () => {
  const counted = await page.evaluate(async () => {
    await articlePage.mount(
      Array.from({ length: 16 }, () => 'the river rose and fell. '.repeat(20)),
    );
    const length = articlePage.text().length;
    // Numbers without a pattern, the same every time (Lehmer's generator).
    let seed = 7;
    const upTo = (limit: number): number => (seed = (seed * 48_271) % 2_147_483_647) % limit;
    articlePage.showAll(
      Array.from({ length: 10_000 }, (_, index) => {
        const start = upTo(length - 200);
        const target = { revision: 'r', start, end: start + 1 + upTo(180) };
        const author = index % 40 === 0 ? 'me' : `u${index % 40}`;
        const tag = ['fact', 'prediction', 'opinion'][upTo(3)] as string;
        return {
          id: `${author}/record-${index}`,
          author,
          created: '',
          target: { ...target, exact: '', prefix: '', suffix: '' },
          tag,
          comment: null,
        };
      }),
    );
    return [articlePage.article().querySelectorAll('*').length, articlePage.marks().length];
  });
  expect(counted[1]).toBeGreaterThan(100);
  expect(counted[0]).toBeLessThanOrEqual(2_000);
  console.log(`10,000 annotations on 1,300 words: ${counted[1]} marks`);
});

test('[A6] the whole text is marked when somebody wants it so', async () => {
  const drawn = (): Promise<number> =>
    page.evaluate(() => document.querySelectorAll('p:has(mark)').length);
  const texts = Array.from({ length: 100 }, () => 'the ferry left. '.repeat(12));
  await page.evaluate((given) => articlePage.mount(given), texts);
  const length = texts[0]?.length ?? 0;
  await page.evaluate(
    ([each]) =>
      articlePage.showAll(
        Array.from({ length: 100 }, (_, block) => {
          const start = block * ((each ?? 0) + 1);
          const target = {
            revision: 'r',
            start,
            end: start + 9,
            exact: '',
            prefix: '',
            suffix: '',
          };
          return { id: `a/${block}`, author: 'a', created: '', target, tag: 'fact', comment: null };
        }),
      ),
    [length],
  );
  expect(await drawn()).toBeLessThan(50);
  await page.evaluate(() => articlePage.layer?.drawWhole(true));
  expect(await drawn()).toBe(100);
  await page.evaluate(() => articlePage.layer?.drawWhole(false));
  expect(await drawn()).toBeLessThan(50);
});

test('[A1] a mark leads to what begins in it, each annotation once, and else is nothing', async () => {
  await show([
    ['a', 'the river frozen', 'prediction'],
    ['b', 'frozen', null],
    ['c', 'said the ferryman.\nHowever, the tone', 'fact'],
  ]);
  const described = await page.evaluate(() =>
    [...document.querySelectorAll('mark')].map((mark) => [
      mark.textContent,
      mark.getAttribute('aria-details'),
      mark.getAttribute('role'),
    ]),
  );
  expect(described).toEqual([
    ['the river ', 'marks-in-block-0', null],
    ['frozen', 'card-b/record-00000001 marks-in-block-0', null],
    ['said the ferryman.', 'marks-in-block-3', null],
    ['However, the tone', null, 'none'],
  ]);
});

test('IndexedDB keeps the writes of one user in one place apart from all others', async () => {
  const kept = await page.evaluate(async () => {
    const write = { map: 'replies' as const, key: 'me/1', value: null, stamp: 'a', made: 1 };
    const mine = articlePage.keptOnDevice({ user: 'me', reading: 'r', place: 'shared' });
    await mine.keep([write]);
    await mine.keep([{ ...write, key: 'me/2', stamp: 'b' }]);
    await mine.keep([{ ...write, key: 'me/2', stamp: 'c' }]);
    await mine.forget({ ...write, key: 'me/2', stamp: 'b' });
    const others = [
      { user: 'you', reading: 'r', place: 'shared' },
      { user: 'me', reading: 'r2', place: 'shared' },
      { user: 'me', reading: 'r', place: 'desk/me' },
    ].map((scope) => articlePage.keptOnDevice(scope).all());
    const all = await mine.all();
    await mine.forget(write);
    return { all, others: (await Promise.all(others)).flat(), left: await mine.all() };
  });
  expect(kept.all.map(({ stamp }) => stamp)).toEqual(['a', 'c']);
  expect(kept.others).toEqual([]);
  expect(kept.left.map(({ stamp }) => stamp)).toEqual(['c']);
});

describe('the look', () => {
  const TAGS = ['fact', 'prediction', 'opinion'];

  /** Contrast ratios (WCAG 2.2) as the browser itself mixes the colours. */
  const contrasts = (theme: string, paint: string): Promise<{ text: number; lane: number }> =>
    page.evaluate(
      ([wantedTheme, wantedPaint, tags]) => {
        document.documentElement.dataset['theme'] = wantedTheme;
        articlePage.article().dataset['paint'] = wantedPaint;
        const context = document
          .createElement('canvas')
          .getContext('2d') as CanvasRenderingContext2D;
        const luminance = (layers: readonly string[]): number => {
          for (const layer of layers) {
            context.fillStyle = layer;
            context.fillRect(0, 0, 1, 1);
          }
          const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => {
            const value = byte / 255;
            return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const mark = document.createElement('mark');
        mark.className = 'mark';
        articlePage.article().append(mark);
        const resolve = (value: string): string => {
          mark.style.outlineColor = value;
          return getComputedStyle(mark).outlineColor;
        };
        let [text, lane] = [Infinity, Infinity];
        for (const lead of ['', ...tags]) {
          for (const step of ['1', '2', '3', '4']) {
            mark.toggleAttribute('data-lead', lead !== '');
            if (lead !== '') mark.dataset['lead'] = lead;
            mark.dataset['step'] = step;
            const ground = [resolve('var(--paper)'), resolve('var(--tint)')];
            const over =
              wantedPaint === 'heat'
                ? resolve('var(--grain-ink)')
                : resolve('color-mix(in oklab, var(--ink) 10%, transparent)');
            text = Math.min(
              text,
              articlePage.contrast(
                luminance([resolve('var(--ink)')]),
                luminance([...ground, over]),
              ),
            );
            for (const tag of tags) {
              const colour = luminance([resolve(`var(--${tag})`)]);
              lane = Math.min(lane, articlePage.contrast(colour, luminance(ground)));
            }
          }
        }
        mark.remove();
        return { text, lane };
      },
      [theme, paint, TAGS] as const,
    );

  test.each(['light', 'dark'])(
    '[I10] text 7 : 1 and lanes 3 : 1 on every step, %s',
    async (theme) => {
      const marks = await contrasts(theme, 'marks');
      expect(marks.text).toBeGreaterThanOrEqual(7);
      expect(marks.lane).toBeGreaterThanOrEqual(3);
      expect((await contrasts(theme, 'heat')).text).toBeGreaterThanOrEqual(7);
    },
  );

  test('[I10] pictures of twelve people on one sentence, to look at', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'postil-marks-'));
    await show(MANY);
    await page.evaluate(() => articlePage.layer?.outline('me/record-00000000'));
    for (const theme of ['light', 'dark']) {
      await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme);
      await page.screenshot({ path: join(folder, `${theme}.png`) });
    }
    console.log(`pictures: ${folder}`);
  });
});
