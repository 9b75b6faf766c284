import { expect, it } from 'vitest';
import { bestPerSentence } from './best-per-sentence.ts';
import type { Passage } from './insight.ts';

const blocks = [
  { start: 0, sentences: [[0, 10]] as [number, number][] },
  {
    start: 11,
    sentences: [
      [11, 30],
      [31, 60],
    ] as [number, number][],
  },
];
const passage = (start: number, end: number, members: number): Passage => ({
  start,
  end,
  members,
  tags: {},
});
const best = (passages: Passage[], most?: number): [number, number][] =>
  bestPerSentence(passages, blocks, ({ members }) => members - 1, most).map(({ start, end }) => [
    start,
    end,
  ]);

it('gives the best passage of each sentence, the best sentence first; what scores nothing is none', () => {
  const passages = [
    passage(0, 10, 1),
    passage(11, 20, 2),
    passage(20, 30, 3),
    passage(31, 40, 5),
    passage(40, 50, 4),
  ];
  expect(best(passages)).toEqual([
    [31, 40],
    [20, 30],
  ]);
  expect(best(passages, 1)).toEqual([[31, 40]]);
});

it('takes a passage over several sentences for the one in which it begins', () => {
  const passages = [passage(11, 60, 3), passage(12, 20, 2), passage(31, 60, 2)];
  expect(best(passages)).toEqual([
    [11, 60],
    [31, 60],
  ]);
});
