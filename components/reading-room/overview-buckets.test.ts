import { expect, test } from 'vitest';
import { annotation } from '#tests/fixtures/records.ts';
import { bucketsOf } from './overview-buckets.ts';

test('marks fall into the stretch they begin in; its colour is the leading tag’s', () => {
  const marks = [
    annotation('anna', 0, 5, 'fact'),
    annotation('ben', 0, 5, 'fact'),
    annotation('carl', 4, 80, 'opinion'),
    annotation('anna', 50, 55, 'fact'),
    annotation('ben', 50, 55, 'opinion'),
    annotation('anna', 87, 88, null),
  ];
  expect(bucketsOf(marks, 88, 4)).toEqual([
    { index: 0, members: 3, tag: 'fact', split: 1 },
    { index: 2, members: 2, tag: null, split: 1 },
    { index: 3, members: 1, tag: null, split: 0 },
  ]);
});
