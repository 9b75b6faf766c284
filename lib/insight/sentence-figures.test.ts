import { expect, test } from 'vitest';
import { commentFromText } from '../annotation/comment.ts';
import type { Annotation, Assessment } from '../annotation/record.ts';
import { sentenceFigures, silentOn } from './sentence-figures.ts';

const SENTENCE = { start: 10, end: 30 };
let made = 0;

function mark(author: string, start: number, end: number, more: Partial<Annotation>): Annotation {
  made += 1;
  const target = { revision: 'r', start, end, exact: '', prefix: '', suffix: '' };
  const created = `2024-01-01T00:00:${String(made).padStart(2, '0')}.000Z`;
  return { id: `${author}/${made}`, author, created, target, tag: null, comment: null, ...more };
}
const done = (author: string, upTo: number): [string, Assessment] => [
  `${author}/done`,
  {
    id: `${author}/done`,
    author,
    created: '2024-01-01T00:00:00.000Z',
    kind: 'done',
    on: null,
    revision: 'r',
    upTo,
  },
];

test('[IV5] each member has one vote in the sentence: the tag that covers most of it, both on a tie', () => {
  const { votes, tags } = sentenceFigures(SENTENCE, [
    mark('ann', 0, 14, { tag: 'fact' }),
    mark('ann', 14, 30, { tag: 'opinion' }),
    mark('ben', 10, 20, { tag: 'fact' }),
    mark('ben', 20, 30, { tag: 'opinion' }),
    mark('cleo', 30, 40, { tag: 'fact' }),
    mark('dan', 12, 14, {}),
  ]);
  expect([...votes]).toEqual([
    ['ann', ['opinion']],
    ['ben', ['fact', 'opinion']],
  ]);
  expect(tags).toEqual({ opinion: 2, fact: 1 });
});

test('[IV5] its comments stand in the order of the text, those taken back not', () => {
  const said = { comment: commentFromText('Why?') };
  const [late, early, taken] = [
    mark('ann', 20, 22, said),
    mark('ben', 8, 12, said),
    mark('cleo', 12, 14, {}),
  ];
  expect(sentenceFigures(SENTENCE, [late, early, taken]).comments).toEqual([early, late]);
});

test('[IV5] who gave it no tag has not marked it; who is done so far found nothing here', () => {
  const figures = sentenceFigures(SENTENCE, [mark('ann', 10, 30, { tag: 'fact' })]);
  const assessments = new Map([done('ben', 30), done('cleo', 29)]);
  expect(silentOn(SENTENCE, figures, ['ann', 'ben', 'cleo', 'dan'], { assessments })).toEqual({
    unmarked: 3,
    done: 1,
  });
});
