import { expect, test } from 'vitest';
import type { Annotation } from '../annotation/record.ts';
import { passagesOf } from './passages.ts';
import { votersOn } from './voters-on.ts';

function mark(author: string, start: number, end: number, tag: string | null): Annotation {
  const target = { revision: 'r', start, end, exact: '', prefix: '', suffix: '' };
  const created = '2024-01-01T00:00:00.000Z';
  return { id: `${author}/${start}${tag}`, author, created, target, tag, comment: null };
}

test('[IW1] the names under a passage are as many as its counts say', () => {
  const marks = [
    mark('ann', 0, 20, 'fact'),
    mark('ann', 5, 20, 'opinion'),
    mark('ben', 0, 10, 'fact'),
    mark('cleo', 0, 20, null),
  ];
  const [first, split] = passagesOf(marks);
  expect([...votersOn(first!, marks)]).toEqual([
    ['ann', ['fact']],
    ['ben', ['fact']],
  ]);
  expect([...votersOn(split!, marks)]).toEqual([
    ['ann', ['fact', 'opinion']],
    ['ben', ['fact']],
  ]);
  expect(split?.tags).toEqual({ fact: 2, opinion: 1 });
});
