import { expect, test } from 'vitest';
import type { Block } from '../article/document.ts';
import { blockAt } from './block-at.ts';
import { sentenceAt } from './sentence-at.ts';

const BLOCKS: Block[] = [
  { start: 0, end: 10, kind: 'heading', sentences: [[0, 10]] },
  {
    start: 11,
    end: 40,
    kind: 'paragraph',
    sentences: [
      [11, 20],
      [21, 40],
    ],
  },
];

test('the block that holds an offset, its end included', () => {
  expect(blockAt(BLOCKS, 0)?.index).toBe(0);
  expect(blockAt(BLOCKS, 10)?.index).toBe(0);
  expect(blockAt(BLOCKS, 11)).toEqual({ block: BLOCKS[1], index: 1 });
  expect(blockAt(BLOCKS, 41)).toBeNull();
  expect(blockAt([], 0)).toBeNull();
});

test('the sentence that holds an offset, the space behind it included', () => {
  const block = BLOCKS[1] as Block;
  expect(sentenceAt(block, 11)).toEqual({ start: 11, end: 20 });
  expect(sentenceAt(block, 20)).toEqual({ start: 11, end: 20 });
  expect(sentenceAt(block, 21)).toEqual({ start: 21, end: 40 });
  expect(sentenceAt(block, 5)).toBeNull();
  expect(sentenceAt(block, 41)).toBeNull();
});
