import { expect, test } from 'vitest';
import { commentFromText } from '#lib/annotation/comment.ts';
import type { Annotation, Reaction } from '#lib/annotation/record.ts';
import { annotation, recordsOf, reply } from '#tests/fixtures/records.ts';
import { sidesOf } from './best-arguments.ts';

const PASSAGE = { start: 0, end: 10, members: 4, tags: { opinion: 1, fact: 3 } };

const said = (author: string, tag: string, start = 0): Annotation =>
  annotation(author, start, start + 10, tag, { comment: commentFromText(`${author} says why`) });

let next = 0;
function reaction(author: string, on: Annotation, kind: Reaction['kind'] = 'agree'): Reaction {
  const id = `${author}/reaction-${String((next += 1)).padStart(8, '0')}`;
  return { id, author, created: '2026-01-01T12:00:00.000Z', on: on.id, kind };
}

const byId = <R extends { id: string }>(records: R[]): Map<string, R> =>
  new Map(records.map((one) => [one.id, one]));

function best(
  comments: Annotation[],
  more: { reactions?: Reaction[]; replies?: ReturnType<typeof reply>[]; since?: number[] } = {},
) {
  const records = recordsOf(comments, {
    reactions: byId(more.reactions ?? []),
    replies: byId(more.replies ?? []),
  });
  const since = new Map(comments.map(({ id }, at) => [id, more.since?.[at] ?? at]));
  return sidesOf(PASSAGE, records, since).map(({ tag, best: one }) => [
    tag,
    one?.annotation.author ?? null,
  ]);
}

test('[IR2] each side has the comment with most agreements; the side of most members comes first', () => {
  const [ann, ben, cora] = [said('ann', 'fact'), said('ben', 'fact'), said('cora', 'opinion')];
  expect(best([ann, ben, cora], { reactions: [reaction('dan', ben)] })).toEqual([
    ['fact', 'ben'],
    ['opinion', 'cora'],
  ]);
});

test('[IR2] agreement is of other members, each once; to disagree or to ask is none', () => {
  const [ann, ben] = [said('ann', 'fact'), said('ben', 'fact')];
  const reactions = [
    reaction('ben', ben),
    reaction('dan', ben, 'disagree'),
    reaction('dan', ben, 'question'),
  ];
  expect(best([ann, ben], { reactions })).toContainEqual(['fact', 'ann']);
  const twice = [
    reaction('dan', ben),
    reaction('dan', ben),
    reaction('eve', ann),
    reaction('fay', ann),
  ];
  expect(best([ben, ann], { reactions: twice })).toContainEqual(['fact', 'ann']);
});

test('[IR2] then the one with most replies, then the oldest by the log', () => {
  const [ann, ben] = [said('ann', 'fact'), said('ben', 'fact')];
  expect(best([ann, ben], { replies: [reply('ann', ben)] })).toContainEqual(['fact', 'ben']);
  expect(best([ann, ben], { since: [20, 10] })).toContainEqual(['fact', 'ben']);
});

test('[IR2] a side on which nobody said why has none; what is said elsewhere or without words is no argument', () => {
  const elsewhere = said('ann', 'opinion', 10);
  const bare = annotation('ben', 0, 10, 'opinion');
  expect(best([elsewhere, bare])).toEqual([
    ['fact', null],
    ['opinion', null],
  ]);
});
