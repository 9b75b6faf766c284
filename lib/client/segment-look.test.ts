import { expect, test } from 'vitest';
import { annotation } from '#tests/fixtures/records.ts';
import { attributesOf, looksIn } from './segment-look.ts';

const whole = { start: 0, end: 80 };

test('twelve people on one sentence: deepest fact tint, three lanes, hatched, my own bars', () => {
  const tags = [
    ...Array(7).fill('fact'),
    ...Array(3).fill('opinion'),
    ...Array(2).fill('prediction'),
  ];
  const marks = tags.map((tag: string, index) => annotation(`reader${index}`, 0, 26, tag));
  const [look, ...rest] = looksIn(whole, marks, 'reader0');
  expect(rest).toEqual([]);
  expect(look && attributesOf(look)).toEqual({
    class: 'mark',
    'data-step': '4',
    'data-lead': 'fact',
    'data-lanes': 'fact opinion prediction',
    'data-contested': '',
    'data-mine': 'start end',
    'data-own': '',
  });
});

test('a comment without tag has the neutral background alone', () => {
  const [look] = looksIn(whole, [annotation('ben', 4, 9, null)], 'ines');
  expect(look && attributesOf(look)).toEqual({ class: 'mark', 'data-step': '1' });
});

test('a tie has no leading tag; members count once', () => {
  const marks = [
    annotation('ben', 0, 9, 'fact'),
    annotation('ben', 0, 9, 'opinion'),
    annotation('ben', 0, 9, 'opinion'),
  ];
  expect(looksIn(whole, marks, 'ines')).toMatchObject([
    { lead: null, step: 1, lanes: ['fact', 'opinion'], contested: false },
  ]);
});

test('my bars stand only where my own annotation begins and ends', () => {
  const marks = [annotation('ines', 4, 20, 'fact'), annotation('ben', 10, 30, 'fact')];
  expect(looksIn(whole, marks, 'ines').map(({ mine }) => mine)).toEqual([
    { start: true, end: false },
    { start: false, end: true },
    { start: false, end: false },
  ]);
});

test('segments are clipped to the block', () => {
  const marks = [annotation('ines', 4, 60, 'fact')];
  expect(looksIn({ start: 10, end: 20 }, marks, 'ines')).toMatchObject([
    { start: 10, end: 20, mine: { start: false, end: false } },
  ]);
});
