import { expect, it } from 'vitest';
import { aYearAfter, latestDay, latestDayBeforeComma } from './latest-day.ts';

it.each([
  ['2022-02-24', '2022-02-24'],
  ['24 February 2022', '2022-02-24'],
  ['24th of Feb 2022', null],
  ['February 24, 2022', '2022-02-24'],
  ['Feb. 24th 2022', '2022-02-24'],
  ['2024-02', '2024-02-29'],
  ['by the end of Sept 2023', '2023-09-30'],
  ['2022', '2022-12-31'],
  ['until 2030', '2030-12-31'],
  ['Q1 2022', '2022-03-31'],
  ['before 2023', '2022-12-31'],
  ['before March 2024', '2024-02-29'],
  ['about 28 January 2022', '2022-01-28'],
  ['2022-02-30', null],
  ['2022-13', null],
  ['30 February 2022', null],
  ['this winter', null],
  ['soon', null],
  ['', null],
])('[PR5] the last day of “%s” is %s', (words, day) => {
  expect(latestDay(words)).toBe(day);
});

it('[PR6] a year after a day is the same day of the next year', () => {
  expect(aYearAfter('2022-10-31')).toBe('2023-10-31');
  expect(aYearAfter('2024-02-29')).toBe('2025-03-01');
});

it.each([
  ['about 28 January 2022, from the text itself', '2022-01-28'],
  ['January 28, 2022, says the page', '2022-01-28'],
  ['October 2022', '2022-10-31'],
  ['unknown, from the text', null],
])('[PR6] an article’s line “%s” names %s', (words, day) => {
  expect(latestDayBeforeComma(words)).toBe(day);
});
