import { expect, test } from 'vitest';
import { fail, ok } from '#lib/result.ts';
import { encoded } from '#server/figures/encoded.ts';
import { problem } from '#server/problem.ts';
import { figuresOf, valueOf } from './answer.ts';

const isNotFound = expect.objectContaining({ digest: expect.stringContaining('404') });

test('[FT8] what cannot be had now is an error, and not a page that is not there', () => {
  for (const status of [429, 500, 503])
    expect(() => valueOf(fail(problem(status, 'Try again.')))).toThrow('Try again.');
  for (const status of [403, 404]) {
    let thrown: unknown;
    try {
      valueOf(fail(problem(status, 'Not yours.')));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toEqual(isNotFound);
  }
});

test('[FT1] a page gets back what was counted', () => {
  const figures = { annotations: 3, people: [{ user: 'ann', tags: { fact: 2 } }] };
  expect(figuresOf(ok(encoded(figures)))).toEqual(figures);
});
