import { expect, test } from 'vitest';
import { fail, ok } from '#lib/result.ts';
import { encoded } from '../figures/encoded.ts';
import { problem } from '../problem.ts';
import { figuresAnswer } from './respond.ts';

test.each([503, 429])(
  '[FT3] every %i says after how many seconds to try again, in a problem document',
  async (status) => {
    const busy = figuresAnswer(fail(problem(status, 'Try again in a moment.')));
    expect(busy.status).toBe(status);
    expect(busy.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(busy.headers.get('content-type')).toBe('application/problem+json');
    expect(await busy.json()).toMatchObject({ title: 'Try again in a moment.' });
    expect(figuresAnswer(fail(problem(404, 'None.'))).headers.has('retry-after')).toBe(false);
  },
);

test('[FT1] what was counted is sent as it is, and kept by no cache', async () => {
  const answer = figuresAnswer(ok(encoded({ words: '“Was” — so' })));
  expect(answer.headers.get('content-type')).toBe('application/json');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.json()).toEqual({ words: '“Was” — so' });
});
