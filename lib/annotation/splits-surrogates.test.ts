import { expect, test } from 'vitest';
import { splitsSurrogates } from './splits-surrogates.ts';

test('an offset splits surrogates only between the halves of one character', () => {
  expect([0, 1, 2, 3].map((offset) => splitsSurrogates('a🦦b', offset))).toEqual([
    false,
    false,
    true,
    false,
  ]);
});
