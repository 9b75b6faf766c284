import { expect, test } from 'vitest';
import { commentFromText } from '#lib/annotation/comment.ts';
import type { Block } from '#lib/article/document.ts';
import { annotation } from '#tests/fixtures/records.ts';
import { talliesOf } from './tallies.ts';

const blocks: Block[] = [
  { start: 0, end: 26, kind: 'paragraph', sentences: [[0, 26]] },
  { start: 27, end: 50, kind: 'paragraph', sentences: [[27, 50]] },
];

test('bare tags add up by the block they begin in; comments and what was taken back do not count', () => {
  const marks = [
    annotation('anna', 0, 10, 'fact'),
    annotation('ben', 5, 40, 'fact'),
    annotation('ben', 5, 12, 'opinion'),
    annotation('anna', 27, 40, 'prediction'),
    annotation('carl', 27, 40, 'fact', { comment: commentFromText('Hm.') }),
    annotation('carl', 27, 30, null),
  ];
  expect(talliesOf(marks, blocks)).toEqual([
    { block: 0, start: 0, tags: { fact: 2, opinion: 1 } },
    { block: 1, start: 27, tags: { prediction: 1 } },
  ]);
});
