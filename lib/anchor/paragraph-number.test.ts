import { expect, test } from 'vitest';
import type { Block } from '../article/document.ts';
import { paragraphNumber } from './paragraph-number.ts';

const block = (kind: Block['kind'], start: number): Block => ({
  kind,
  start,
  end: start + 5,
  sentences: [[start, start + 5]],
});
const blocks = [
  block('heading', 0),
  block('paragraph', 6),
  block('heading', 12),
  block('quotation', 18),
  block('paragraph', 24),
];

test('the line that says what the text is counts as no paragraph', () => {
  const digest: Block[] = [{ ...block('paragraph', 0), notice: true }, block('paragraph', 6)];
  expect(digest.map((_, index) => paragraphNumber(digest, index))).toEqual([null, 1]);
});

test('paragraphs and quotations count together, headings not at all', () => {
  expect(blocks.map((_, index) => paragraphNumber(blocks, index))).toEqual([null, 1, null, 2, 3]);
});
