import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation } from '../annotation/record.ts';
import { annotation } from '#tests/fixtures/records.ts';
import { AnnotatedBlocks } from './annotated-blocks.ts';

const byId = (annotations: readonly Annotation[]): ReadonlyMap<string, Annotation> =>
  new Map(annotations.map((one) => [one.id, one]));
const BLOCKS = [
  { start: 0, end: 20 },
  { start: 21, end: 40 },
  { start: 41, end: 60 },
];

test('[I4] only the blocks that a change touches are told', () => {
  const blocks = new AnnotatedBlocks(BLOCKS);
  const first = annotation('ines', 2, 8, 'fact');
  const across = annotation('ben', 15, 45, 'opinion');
  expect(blocks.show(byId([first]))).toEqual(new Set([0]));
  expect(blocks.show(byId([first, across]))).toEqual(new Set([0, 1, 2]));
  expect(blocks.show(byId([{ ...first, tag: 'opinion' }, across]))).toEqual(new Set([0]));
  expect(blocks.show(byId([across]))).toEqual(new Set([0]));
});

test('[I6] what covers a character comes shortest first; what was taken back is gone', () => {
  const blocks = new AnnotatedBlocks(BLOCKS);
  const [long, short] = [annotation('ben', 0, 20, 'fact'), annotation('ines', 4, 9, 'fact')];
  blocks.show(byId([long, short, annotation('ines', 4, 6, null)]));
  expect(blocks.at(5)).toEqual([short, long]);
  expect(blocks.at(9)).toEqual([long]);
  expect(blocks.at(30)).toEqual([]);
});

test('[I4] step by step gives what all at once gives', () => {
  const range = fc.tuple(fc.nat(58), fc.integer({ min: 1, max: 30 }));
  fc.assert(
    fc.property(fc.array(fc.array(range, { maxLength: 6 }), { maxLength: 5 }), (lists) => {
      const stepwise = new AnnotatedBlocks(BLOCKS);
      const made = lists.map((list) =>
        list.map(([start, length]) =>
          annotation('ines', start, Math.min(60, start + length), 'fact'),
        ),
      );
      for (const list of made) stepwise.show(byId(list));
      const once = new AnnotatedBlocks(BLOCKS);
      once.show(byId(made.at(-1) ?? []));
      for (const index of BLOCKS.keys()) {
        expect(new Set(stepwise.in(index))).toEqual(new Set(once.in(index)));
      }
    }),
  );
});
