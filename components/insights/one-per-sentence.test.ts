import { describe, expect, it } from 'vitest';
import type { Block } from '#lib/article/document.ts';
import type { Passage } from '#lib/insight/insight.ts';
import { leadsElsewhere, onePerSentence } from './one-per-sentence.ts';

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

describe('onePerSentence', () => {
  it('keeps the best passage of each sentence, in the order given', () => {
    const ranked = [
      passage(40, 50),
      passage(31, 40),
      passage(11, 30),
      passage(50, 60),
      passage(0, 10),
    ];
    expect(onePerSentence(ranked, blocks, 5)).toEqual([
      passage(40, 50),
      passage(11, 30),
      passage(0, 10),
    ]);
  });

  it('stops at as many as are wanted', () => {
    expect(onePerSentence([passage(40, 50), passage(11, 30)], blocks, 1)).toEqual([
      passage(40, 50),
    ]);
  });

  it('takes a passage over several sentences for the one in which it begins', () => {
    expect(onePerSentence([passage(11, 60), passage(12, 20), passage(31, 60)], blocks, 5)).toEqual([
      passage(11, 60),
      passage(31, 60),
    ]);
  });
});

describe('leadsElsewhere', () => {
  it('looks at sentences, not at the fragments of one', () => {
    expect(leadsElsewhere([passage(31, 40)], [passage(40, 50)], blocks)).toBe(false);
    expect(leadsElsewhere([passage(31, 40), passage(0, 10)], [passage(40, 50)], blocks)).toBe(true);
    expect(leadsElsewhere([], [passage(40, 50)], blocks)).toBe(false);
  });
});
