import { expect, it } from 'vitest';
import type { TagFigure } from '#lib/insight/insight.ts';
import { marksInWords } from './marks-in-words.ts';

const fact = (annotations: number): TagFigure => ({
  tag: 'fact',
  annotations,
  characters: 10,
  share: 1,
});

it.each([
  [14, 3, 12, '14 marks by 3 people: 12 with a tag, 2 with a comment only'],
  [9, 2, 8, '9 marks by 2 people: 8 with a tag, 1 with a comment only'],
  [8, 2, 8, '8 marks by 2 people'],
  [1, 1, 1, '1 mark by 1 person'],
  [1, 1, 0, '1 mark by 1 person, with a comment only'],
  [2, 1, 0, '2 marks by 1 person, with comments only'],
])('[IP9] %i marks of %i people, %i tagged', (annotations, members, tagged, words) => {
  const tags = tagged === 0 ? [] : [fact(tagged)];
  expect(marksInWords({ annotations, members, tags })).toBe(words);
});
