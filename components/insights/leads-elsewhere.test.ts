import { expect, it } from 'vitest';
import type { Block } from '#lib/article/document.ts';
import type { Passage } from '#lib/insight/insight.ts';
import { leadsElsewhere } from './leads-elsewhere.ts';

const blocks: Block[] = [
  { start: 0, end: 10, kind: 'heading', sentences: [[0, 10]] },
  {
    start: 11,
    end: 60,
    kind: 'paragraph',
    sentences: [
      [11, 30],
      [31, 60],
    ],
  },
];
const passage = (start: number, end: number): Passage => ({ start, end, members: 2, tags: {} });

it('looks at sentences, not at the fragments of one', () => {
  expect(leadsElsewhere([passage(31, 40)], [passage(40, 50)], blocks)).toBe(false);
  expect(leadsElsewhere([passage(31, 40), passage(0, 10)], [passage(40, 50)], blocks)).toBe(true);
  expect(leadsElsewhere([], [passage(40, 50)], blocks)).toBe(false);
});
