import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotation } from '#tests/fixtures/records.ts';
import { contestedStretches } from './contested.ts';
import { segmentsOf } from './segments.ts';
import { isContested, votesOf } from './votes.ts';

const marks = fc.array(
  fc
    .record({
      author: fc.constantFrom('anna', 'ben', 'cora', 'dan'),
      start: fc.nat(20),
      length: fc.integer({ min: 1, max: 10 }),
      tag: fc.constantFrom('fact', 'prediction', 'opinion', null),
    })
    .map(({ author, start, length, tag }) => annotation(author, start, start + length, tag)),
  { maxLength: 25 },
);

test('where members differ is what the segments’ own votes say, letter by letter', () => {
  fc.assert(
    fc.property(marks, (given) => {
      const contested = segmentsOf(given).filter(({ annotations }) =>
        isContested(votesOf(annotations)),
      );
      expect(lettersOf(contestedStretches(given))).toEqual(lettersOf(contested));
    }),
  );
});

test('neighbouring stretches are one', () => {
  const given = ['fact', 'opinion', 'prediction'].map((tag, at) => annotation(`p${at}`, 0, 9, tag));
  expect(contestedStretches([...given, annotation('p4', 3, 6, 'fact')])).toEqual([
    { start: 0, end: 9 },
  ]);
});

function lettersOf(stretches: readonly { start: number; end: number }[]): number[] {
  return stretches.flatMap(({ start, end }) =>
    Array.from({ length: end - start }, (_, at) => start + at),
  );
}
