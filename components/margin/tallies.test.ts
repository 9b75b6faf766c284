import { expect, test } from 'vitest';
import { commentFromText } from '#lib/annotation/comment.ts';
import type { Block } from '#lib/article/document.ts';
import { annotation, recordsOf } from '#tests/fixtures/records.ts';
import { followMarginRecords } from './margin-records.ts';

const blocks: Block[] = [
  { start: 0, end: 26, kind: 'paragraph', sentences: [[0, 26]] },
  { start: 27, end: 50, kind: 'paragraph', sentences: [[27, 50]] },
];
const EVERYWHERE = { start: 0, end: Infinity };

test('bare tags add up by the block they begin in; comments and what was taken back do not count', () => {
  const marks = [
    annotation('anna', 0, 10, 'fact'),
    annotation('ben', 5, 40, 'fact'),
    annotation('ben', 5, 12, 'opinion'),
    annotation('anna', 27, 40, 'prediction'),
    annotation('carl', 27, 40, 'fact', { comment: commentFromText('Hm.') }),
    annotation('carl', 27, 30, null),
  ];
  expect(followMarginRecords(blocks)(recordsOf(marks)).talliesIn(EVERYWHERE)).toEqual([
    { block: 0, start: 0, tags: { fact: 2, opinion: 1 } },
    { block: 1, start: 27, tags: { prediction: 1 } },
  ]);
});

test('a change counts its own block anew and leaves the other tally as the object it was', () => {
  const follow = followMarginRecords(blocks);
  const [first, second] = [annotation('anna', 0, 10, 'fact'), annotation('ben', 30, 40, 'fact')];
  const before = follow(recordsOf([first, second])).talliesIn(EVERYWHERE);
  const after = follow(recordsOf([second])).talliesIn(EVERYWHERE);
  expect(after).toHaveLength(1);
  expect(after[0]).toBe(before[1]);
});

test('only of blocks that begin in the stretch', () => {
  const marks = [annotation('anna', 0, 10, 'fact'), annotation('ben', 30, 40, 'fact')];
  const { talliesIn } = followMarginRecords(blocks)(recordsOf(marks));
  expect(talliesIn({ start: 10, end: 30 }).map(({ block }) => block)).toEqual([1]);
  expect(talliesIn({ start: 0, end: 0 })).toEqual([]);
});

test('the marks on a passage are those that lie on its words, each once', () => {
  const across = annotation('anna', 5, 40, 'fact');
  const beside = annotation('ben', 0, 4, 'fact');
  const { marksIn } = followMarginRecords(blocks)(recordsOf([across, beside]));
  expect(marksIn({ start: 10, end: 45 })).toEqual([across]);
});
