import { expect, test } from 'vitest';
import { leadWords } from './lead-words.ts';

const said = (
  sameTag: number | null,
  {
    people = 3,
    shared = 9,
    contested = 0,
  }: { people?: number; shared?: number; contested?: number } = {},
): string => {
  const figure =
    sameTag === null
      ? { defined: false as const, reason: 'few-shared' as const }
      : { defined: true as const, value: sameTag, same: 1, pairs: 1, units: 9 };
  return Object.values(leadWords({ people, shared, sameTag: figure }, contested)).join('');
};

test.each([
  [
    said(0.71, { contested: 5 }),
    'Two of you picked the same kind 71 times in 100; you differ most on these five passages.',
  ],
  [
    said(0.0049, { contested: 1 }),
    'Two of you picked the same kind 1 time in 100; you differ most on this passage.',
  ],
  [
    said(0.999, { contested: 2 }),
    'Two of you picked the same kind 99 times in 100; you differ most on these two passages.',
  ],
  [said(1), 'Wherever two of you decided on the same sentence, you picked the same kind.'],
  [
    said(0, { contested: 3 }),
    'Two of you never picked the same kind; you differ most on these three passages.',
  ],
  [said(null, { people: 0 }), 'Nobody has picked a kind yet; there are only comments.'],
  [said(null, { people: 1 }), 'Only one of you has picked kinds so far; it takes two to agree.'],
  [said(null, { shared: 0 }), 'No two of you have decided on the same sentence yet.'],
  [
    said(null, { shared: 1 }),
    'Two of you have decided on 1 same sentence so far; from five on this page says how often you agree.',
  ],
])('[IP1] %s', (words, expected) => {
  expect(words).toBe(expected);
});
