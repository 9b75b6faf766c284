import { expect, test } from 'vitest';
import { readTextOf } from './read-text-fixture.ts';
import { growToSentences, growToWords } from './grow.ts';

const reading = readTextOf('NATO split. It’s a well-known 🐎horse!', 'Nobody asked. Why?');
const { text } = reading;
const at = (words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};
const said = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);

test.each([
  ['ATO spl', 'NATO split'],
  ['NATO', 'NATO'],
  [' split. ', 'split.'],
  ['t’s', 'It’s'],
  ['ll-kn', 'well-known'],
  ['!\nNobo', '!\nNobody'],
  ['ors', 'horse'],
])('[M1] “%s” grows to “%s”', (chosen, grown) => {
  expect(said(growToWords(reading, at(chosen))!)).toBe(grown);
});

test('[M1] nothing but spaces is nothing', () => {
  expect(growToWords(reading, at(' '))).toBeNull();
});

test('[M2] grows to the sentences touched, then to the paragraphs', () => {
  const sentence = growToSentences(reading.blocks, at('plit'));
  expect(said(sentence)).toBe('NATO split.');
  expect(said(growToSentences(reading.blocks, sentence))).toBe(
    'NATO split. It’s a well-known 🐎horse!',
  );
  const two = growToSentences(reading.blocks, at('horse!\nNob'));
  expect(said(two)).toBe('It’s a well-known 🐎horse!\nNobody asked.');
  const all = growToSentences(reading.blocks, two);
  expect(said(all)).toBe(text);
  expect(growToSentences(reading.blocks, all)).toEqual(all);
});
