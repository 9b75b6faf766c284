import { expect, test } from 'vitest';
import { figuresInWords } from './figures-in-words.ts';

test('[IV4] a mark’s figures in the codebook’s order; who gave no kind is said, too', () => {
  expect(figuresInWords({ members: 5, tagged: 5, tags: { opinion: 2, fact: 3 } }, 7)).toBe(
    '5 of 7 marked this: 3 fact, 2 opinion',
  );
  expect(figuresInWords({ members: 2, tagged: 1, tags: { prediction: 1 } }, 2)).toBe(
    '2 of 2 marked this: 1 prediction, 1 without a kind',
  );
});
