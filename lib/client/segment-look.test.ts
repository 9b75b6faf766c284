import { expect, test } from 'vitest';
import { annotation } from '#tests/fixtures/records.ts';
import { attributesOf, looksIn } from './segment-look.ts';

const whole = { start: 0, end: 80 };
const viewer = (userId: string) => ({ userId, isPrivate: () => false });

test('[I9] twelve people on one sentence: deepest fact tint, three lanes, hatched, my own bars', () => {
  const tags = [
    ...Array(7).fill('fact'),
    ...Array(3).fill('opinion'),
    ...Array(2).fill('prediction'),
  ];
  const marks = tags.map((tag: string, index) => annotation(`reader${index}`, 0, 26, tag));
  const [look, ...rest] = looksIn(whole, marks, viewer('reader0'));
  expect(rest).toEqual([]);
  expect(look && attributesOf(look)).toEqual({
    class: 'mark',
    'data-step': '4',
    'data-lead': 'fact',
    'data-lanes': 'fact opinion prediction',
    'data-contested': '',
    'data-split': '4',
    'data-mine': 'start end',
    'data-own': '',
  });
});

test('[I9] a comment without tag has the neutral background alone', () => {
  const [look] = looksIn(whole, [annotation('ben', 4, 9, null)], viewer('ines'));
  expect(look && attributesOf(look)).toEqual({ class: 'mark', 'data-step': '1' });
});

test('[I9] a tie has no leading tag; members count once', () => {
  const marks = [
    annotation('ben', 0, 9, 'fact'),
    annotation('ben', 0, 9, 'opinion'),
    annotation('ben', 0, 9, 'opinion'),
  ];
  expect(looksIn(whole, marks, viewer('ines'))).toMatchObject([
    { lead: null, step: 1, lanes: ['fact', 'opinion'], contested: false },
  ]);
});

test('[I9] my bars stand only where my own annotation begins and ends', () => {
  const marks = [annotation('ines', 4, 20, 'fact'), annotation('ben', 10, 30, 'fact')];
  expect(looksIn(whole, marks, viewer('ines')).map(({ mine }) => mine)).toEqual([
    { start: true, end: false },
    { start: false, end: true },
    { start: false, end: false },
  ]);
});

test('[I1] segments are clipped to the block', () => {
  const marks = [annotation('ines', 4, 60, 'fact')];
  expect(looksIn({ start: 10, end: 20 }, marks, viewer('ines'))).toMatchObject([
    { start: 10, end: 20, mine: { start: false, end: false } },
  ]);
});

test('[I2] neighbours of one look are one, unless a bar of mine stands between', () => {
  const four = ['ben', 'cora', 'dan', 'eva'].map((reader, index) =>
    annotation(reader, index, 40 + index, 'fact'),
  );
  const within = { start: 3, end: 40 };
  const fifth = annotation('finn', 10, 20, 'fact');
  expect(looksIn(within, [...four, fifth], viewer('ines'))).toMatchObject([{ start: 3, end: 40 }]);
  const mine = { ...fifth, author: 'ines' };
  expect(looksIn(within, [...four, mine], viewer('ines'))).toMatchObject([
    { start: 3, end: 10, mine: { start: false, end: false } },
    { start: 10, end: 20, mine: { start: true, end: true } },
    { start: 20, end: 40, mine: { start: false, end: false } },
  ]);
});

test('[I9] a private note is no vote, and alone it looks like one mark of mine', () => {
  const shared = annotation('ben', 0, 10, 'fact');
  const note = annotation('ines', 5, 20, 'opinion');
  const looks = looksIn(whole, [shared, note], {
    userId: 'ines',
    isPrivate: (id) => id === note.id,
  });
  expect(looks).toMatchObject([
    { start: 0, end: 5, lead: 'fact', lanes: ['fact'], step: 1 },
    { start: 5, end: 10, lead: 'fact', lanes: ['fact'], step: 1, mine: { start: true } },
    { start: 10, end: 20, lead: 'opinion', lanes: ['opinion'], step: 1, mine: { end: true } },
  ]);
});
