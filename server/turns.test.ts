import { expect, test } from 'vitest';
import { ok } from '#lib/result.ts';
import { problem } from './problem.ts';
import { createTurns } from './turns.ts';

const WORDS = {
  yours: problem(429, 'Yours wait.'),
  all: problem(503, 'All wait.'),
};

/** Work that ends when told, and notes that it began. */
function workshop() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<{ ok: true; value: string }>((resolve) => {
      ends.set(name, () => resolve(ok(name)));
    });
  };
  return { begun, work, end: (name: string) => ends.get(name)?.() };
}

test('two people at once, one piece of each; the rest in order', async () => {
  const { begun, work, end } = workshop();
  const turns = createTurns({ atOnce: 2, waitingEach: 4, waiting: 16 }, WORDS);
  const first = turns.run('ann', work('ann 1'));
  const second = turns.run('ann', work('ann 2'));
  const bens = turns.run('ben', work('ben 1'));
  const coras = turns.run('cora', work('cora 1'));
  await expect.poll(() => begun).toEqual(['ann 1', 'ben 1']);
  end('ben 1');
  expect(await bens).toEqual(ok('ben 1'));
  await expect.poll(() => begun).toEqual(['ann 1', 'ben 1', 'cora 1']);
  end('ann 1');
  await first;
  await expect.poll(() => begun).toContain('ann 2');
  end('ann 2');
  end('cora 1');
  expect(await Promise.all([second, coras])).toEqual([ok('ann 2'), ok('cora 1')]);
});

test('more than may wait is refused in words, of one person and of all', async () => {
  const { work } = workshop();
  const turns = createTurns({ atOnce: 1, waitingEach: 2, waiting: 3 }, WORDS);
  for (const [user, name] of [
    ['ann', 'a'],
    ['ann', 'b'],
    ['ann', 'c'],
    ['ben', 'd'],
  ] as const)
    void turns.run(user, work(name));
  expect(await turns.run('ann', work('e'))).toMatchObject({ ok: false, error: { status: 429 } });
  expect(await turns.run('cora', work('f'))).toMatchObject({ ok: false, error: { status: 503 } });
});

test('work that throws gives its place to the next', async () => {
  const turns = createTurns({ atOnce: 1, waitingEach: 1, waiting: 1 }, WORDS);
  const broken = turns.run('ann', () => Promise.reject(new Error('a bug')));
  await expect(broken).rejects.toThrow('a bug');
  expect(await turns.run('ann', () => Promise.resolve(ok(1)))).toEqual(ok(1));
});
