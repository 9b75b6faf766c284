import { afterEach, expect, test } from 'vitest';
import { createCallThread } from '../threads/call-thread.ts';
import { createFigures, type Figures, type FiguresSetting } from './figures.ts';
import type { FiguresOrder, FiguresWorks } from './orders.ts';

const STUB = new URL('../../tests/fixtures/figures-stub.worker.ts', import.meta.url);
const SHARED = { reading: 'r1', place: 'shared' };
const DAY = Date.UTC(2026, 10, 22, 12);

let figures: Figures;
afterEach(() => figures.close());

/** `started`: how many threads; `orders`: what reached them. `heads` can be moved. */
function figuresOver(setting: Partial<FiguresSetting> = {}) {
  const seen = { started: 0, orders: [] as string[] };
  const heads = new Map([['shared', 1]]);
  figures = createFigures({
    log: { heads: async () => heads },
    start() {
      seen.started += 1;
      const thread = createCallThread<FiguresWorks>(STUB);
      return {
        ...thread,
        call(work, args) {
          seen.orders.push(args[0].texts[0]?.canonical ?? '');
          return thread.call(work, args);
        },
      };
    },
    ...setting,
  });
  return { seen, heads };
}

/** The thread does what `words` say; `shown` is the asker's scope. */
function order(words: string, shown: string[] = [], now = DAY): FiguresOrder {
  return {
    work: 'insight',
    of: {
      logs: { shared: SHARED, desks: [], shownDesks: [] },
      at: null,
      members: ['ann', 'ben'],
      shown,
    },
    texts: [{ revision: words, canonical: words, blocks: '[]' }],
    now,
  };
}

async function answerTo(user: string, given: FiguresOrder): Promise<unknown> {
  const counted = await figures.count(user, given);
  return counted.ok ? JSON.parse(new TextDecoder().decode(counted.value)) : counted.error;
}

test('[FT2] equal orders in flight are counted once, and kept until the log goes on or the day ends', async () => {
  const { seen, heads } = figuresOver();
  const both = await Promise.all([answerTo('ann', order('one')), answerTo('ben', order('one'))]);
  expect(both).toEqual(['one', 'one']);
  expect(await answerTo('ann', order('one', [], DAY + 60_000))).toBe('one');
  expect(seen.orders).toEqual(['one']);
  heads.set('shared', 2);
  await answerTo('ann', order('one'));
  expect(seen.orders).toHaveLength(2);
  await answerTo('ann', order('one', [], DAY + 86_400_000));
  expect(seen.orders).toHaveLength(3);
  expect(seen.started).toBe(1);
});

test('[FT2] what one person may be told is not the answer to another', async () => {
  const { seen } = figuresOver();
  await Promise.all([
    answerTo('ann', order('one', ['ann'])),
    answerTo('ben', order('one', ['ben'])),
  ]);
  expect(seen.orders).toHaveLength(2);
});

test('[FT3] when too much waits, the next is told at once to try again', async () => {
  figuresOver({ waiting: 1 });
  const endless = answerTo('ann', order('endless'));
  const waits = answerTo('ben', order('one'));
  expect(await answerTo('cora', order('two'))).toMatchObject({
    status: 503,
    title: expect.stringMatching(/Try again/),
  });
  await figures.close();
  expect(await endless).toMatchObject({ status: 503, title: expect.stringMatching(/restarted/) });
  expect(await waits).toMatchObject({ status: 503, title: expect.stringMatching(/restarted/) });
});

test('[FT4] what takes too long is stopped and answered in words; the next starts a new thread', async () => {
  const { seen } = figuresOver({ timeLimit: 400 });
  expect(await answerTo('ann', order('endless'))).toMatchObject({
    status: 503,
    title: expect.stringMatching(/takes too long.*Try again/),
  });
  // Whether it is in time depends on the machine: that another thread takes it on does not.
  await answerTo('ann', order('one'));
  expect(seen.started).toBe(2);
});

test('[FT5] a bug is thrown to who asked, and the thread goes on', async () => {
  const { seen } = figuresOver();
  await expect(answerTo('ann', order('a bug'))).rejects.toThrow('There is a bug.');
  expect(await answerTo('ann', order('one'))).toBe('one');
  expect(seen.started).toBe(1);
});

test('[FT5] a thread that ends is thrown to who asked, and the next order starts a new one', async () => {
  const { seen } = figuresOver();
  const [crashed, next] = await Promise.allSettled([
    answerTo('ann', order('a crash')),
    answerTo('ben', order('one')),
  ]);
  expect(crashed).toMatchObject({ status: 'rejected' });
  expect(next).toMatchObject({ status: 'fulfilled', value: 'one' });
  expect(seen.started).toBe(2);
});

test('[FT6] who asks after the end is answered in words', async () => {
  figuresOver();
  await figures.close();
  expect(await answerTo('ann', order('one'))).toMatchObject({ status: 503 });
});
