import { expect, test } from 'vitest';
import { givenTags } from './given-tags.ts';

test('[IP1] tags stand in the codebook’s order, one that it lost behind them under its own name', () => {
  const given = givenTags({ rumour: 2, opinion: 1, fact: 3, prediction: 0 });
  expect(given.map(({ tag, count }) => `${tag.name} ${count}`)).toEqual([
    'fact 3',
    'opinion 1',
    'rumour 2',
  ]);
});
