import { expect, test } from 'vitest';
import type { Block } from '../article/document.ts';
import { contestedSentences, passageNow } from './contested-sentences.ts';
import type { Passage } from './insight.ts';

const blocks: Block[] = [
  {
    start: 0,
    end: 60,
    kind: 'paragraph',
    sentences: [
      [0, 30],
      [31, 60],
    ],
  },
];
const passage = (start: number, end: number, tags: Record<string, number>): Passage => ({
  start,
  end,
  tags,
  members: Object.values(tags).reduce((sum, count) => sum + count, 0),
});

test('[IW1] each contested sentence once, by its most contested passage, most members times entropy first', () => {
  const mild = passage(0, 10, { fact: 2, opinion: 1 });
  const wild = passage(10, 30, { fact: 2, opinion: 2 });
  const even = passage(31, 50, { fact: 1, opinion: 1 });
  const agreed = passage(50, 60, { fact: 4 });
  expect(contestedSentences([mild, wild, even, agreed], blocks)).toEqual([
    { sentence: { start: 0, end: 30 }, passage: wild },
    { sentence: { start: 31, end: 60 }, passage: even },
  ]);
});

test('[IW1] one person who gave two tags is no contest', () => {
  const alone = { ...passage(0, 10, { fact: 1, opinion: 1 }), members: 1 };
  expect(contestedSentences([alone], blocks)).toEqual([]);
});

test('[IW1] a text without sentences, and none at all', () => {
  const split = passage(0, 10, { fact: 1, opinion: 1 });
  expect(contestedSentences([split], [])).toEqual([
    { sentence: { start: 0, end: 10 }, passage: split },
  ]);
  expect(contestedSentences([], blocks)).toEqual([]);
});

test('[IW1] what is shown stays at its words, whatever becomes more contested beside them', () => {
  const shown = {
    sentence: { start: 0, end: 30 },
    passage: passage(10, 20, { fact: 1, opinion: 1 }),
  };
  const now = passage(8, 14, { fact: 3 });
  const wilder = passage(14, 30, { fact: 3, opinion: 3 });
  expect(passageNow(shown, [now, wilder])).toBe(now);
  expect(passageNow(shown, [wilder])).toBe(wilder);
  expect(passageNow(shown, [passage(31, 60, { fact: 2 })])).toBeNull();
});
