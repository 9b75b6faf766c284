import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotation } from '#tests/fixtures/records.ts';
import { segmentsOf } from './segments.ts';
import { sweep } from './sweep.ts';
import { votesOf } from './votes.ts';

const anyAnnotations = fc.array(
  fc
    .tuple(
      fc.constantFrom('ann', 'ben', 'cora', 'dan'),
      fc.nat(70),
      fc.integer({ min: 1, max: 17 }),
      fc.constantFrom('fact', 'prediction', 'opinion', null),
    )
    .map(([author, start, length, tag]) => annotation(author, start, start + length, tag)),
  { maxLength: 40 },
);

test('[I1] the sweep gives what segments and their votes give one by one', () => {
  fc.assert(
    fc.property(anyAnnotations, (annotations) => {
      expect(sweep(annotations)).toEqual(
        segmentsOf(annotations).map(({ start, end, annotations: over }) => ({
          start,
          end,
          votes: votesOf(over),
          begins: annotations.filter(({ target }) => target.start === start),
          ends: annotations.filter(({ target }) => target.end === end),
        })),
      );
    }),
  );
});

test('[I9] what does not count is the vote only where nothing that counts lies', () => {
  fc.assert(
    fc.property(anyAnnotations, (annotations) => {
      const isCounted = ({ author }: { author: string }): boolean => author !== 'ann';
      expect(sweep(annotations, isCounted).map(({ votes }) => votes)).toEqual(
        segmentsOf(annotations).map(({ annotations: over }) => {
          const counted = over.filter(isCounted);
          return votesOf(counted.length > 0 ? counted : over);
        }),
      );
    }),
  );
});
