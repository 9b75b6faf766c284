import { describe, expect, it } from 'vitest';
import type { Block } from '#lib/article/document.ts';
import { placeInWords, quoteOf } from './passage-words.ts';

const text = 'A title\nFirst one here. Second one here.\nTheir words.';
const blocks: Block[] = [
  { start: 0, end: 7, kind: 'heading', sentences: [[0, 7]] },
  {
    start: 8,
    end: 40,
    kind: 'paragraph',
    sentences: [
      [8, 23],
      [24, 40],
    ],
  },
  { start: 41, end: 53, kind: 'quotation', source: 'Reuters', sentences: [[41, 53]] },
];

describe('quoteOf', () => {
  it('shows the rest of the sentence around a fragment', () => {
    expect(quoteOf({ start: 31, end: 34 }, text, blocks)).toEqual({
      before: 'Second ',
      words: 'one',
      after: ' here.',
    });
  });

  it('adds nothing around a whole sentence', () => {
    expect(quoteOf({ start: 8, end: 23 }, text, blocks)).toEqual({
      before: '',
      words: 'First one here.',
      after: '',
    });
  });

  it('cuts a long passage in the middle, between words', () => {
    const long = Array.from({ length: 120 }, (_, index) => `word${index}`).join(' ');
    const { words } = quoteOf({ start: 0, end: long.length }, long, []);
    expect(words.length).toBeLessThanOrEqual(280);
    expect(words).toMatch(/^word0 .*word\d+ … word\d+ .*word119$/);
  });
});

describe('placeInWords', () => {
  it('counts paragraphs, and names headings and sources', () => {
    expect(placeInWords(2, blocks)).toBe('in a heading');
    expect(placeInWords(24, blocks)).toBe('paragraph 1');
    expect(placeInWords(45, blocks)).toBe('quoted from Reuters');
  });
});
