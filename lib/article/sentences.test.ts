import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceRanges } from './sentences.ts';

const sentences = (text: string) =>
  sentenceRanges(text).map(([start, end]) => text.slice(start, end));

describe('sentenceRanges', () => {
  it.each([
    ['Mr. Putin met Mrs. May. Dr. Lee did not.', 2],
    ['He met U.S. Secretary of State Antony Blinken. U.K. ministers left.', 2],
    ['It began in the U.S. The rest followed.', 2],
    ['President Vladimir V. Putin spoke. John F. Kennedy had not.', 2],
    ['Since Feb. 24 nothing moved. In Sept. 2014 it did.', 2],
    ['See No. 5 of the list. Gen. Milley and Sen. Cruz spoke at St. Paul.', 2],
    ['Some, e.g. Poland, agreed; i.e. Warsaw did. Others vs. Berlin did not.', 2],
    ['At 5 p.m. Tuesday it ended. Nobody cheered.', 2],
    ['“We don’t want wars.” Lavrov said so.', 2],
    ['“Why now?” he asked. Nobody knew.', 2],
    ['He said so in an interview. …', 1],
    ['Perhaps … or perhaps not. Wait... what? Yes.', 3],
    ['“It is over.” ” Then he left.', 2],
    ['Great! 😀 Next one.', 2],
    ['1. The first point. 2. The second.', 2],
  ])('%j has %i sentences', (text, count) => {
    expect(sentences(text)).toHaveLength(count);
  });

  it('leaves the white space between sentences out, nbsp too', () => {
    expect(sentences(' One.\u00a0 Two! ')).toEqual(['One.', 'Two!']);
    expect(sentences(' \u00a0\n')).toEqual([]);
  });

  it('reads a wrapped line on, and keeps verses apart', () => {
    const wrapped = `The committee that had met for the whole of that long afternoon\nadjourned without a vote. It met again.`;
    expect(sentences(wrapped)).toHaveLength(2);
    expect(sentences('Roses are red\nViolets are blue')).toHaveLength(2);
  });

  it('gives ordered, disjoint ranges that hold every visible character and split no surrogate pair', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        'Mr. ',
        'U.S. ',
        '. ',
        '… ',
        '?” ',
        '”',
        '\n',
        '👩🏽‍🚀',
        'שלום. ',
        '\u00a0',
        'A. ',
        'the ',
        'e\u0301',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const ranges = sentenceRanges(text);
        const outside = ranges.reduceRight(
          (rest, [start, end]) => rest.slice(0, start) + rest.slice(end),
          text,
        );
        expect(outside.trim()).toBe('');
        expect(ranges.flat()).toEqual(ranges.flat().toSorted((a, b) => a - b));
        for (const sentence of sentences(text)) {
          expect(sentence).toBe(sentence.trim());
          expect(sentence).not.toBe('');
          expect(sentence.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});
