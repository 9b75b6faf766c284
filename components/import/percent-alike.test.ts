import { expect, it } from 'vitest';
import { percentAlike } from './percent-alike.ts';

it('rounds down, and calls nothing but the exact text 100 % alike', () => {
  expect([0.5, 0.899, 0.998, 1].map(percentAlike)).toEqual([50, 89, 99, 99]);
});
