import { expect, test } from 'vitest';
import { distinctNames } from './distinct-names.ts';

const told = (...names: string[]): string[] => [
  ...distinctNames(names.map((name, index) => ({ id: String(index), name }))).values(),
];

test('different names stay as they are', () => {
  expect(told('Anna', 'Ben')).toEqual(['Anna', 'Ben']);
});

test('later ones of the same name are numbered in the order of joining', () => {
  expect(told('Anna Baum', 'Anna Baum', 'Anna Baum')).toEqual([
    'Anna Baum',
    'Anna Baum (2)',
    'Anna Baum (3)',
  ]);
});

test('names that only look alike are told apart, too', () => {
  expect(told('Anna Baum', 'anna  baum ')).toEqual(['Anna Baum', 'anna baum (2)']);
});

test('a number that somebody chose as part of their name is not given twice', () => {
  const names = told('Anna', 'Anna (2)', 'Anna');
  expect(new Set(names).size).toBe(3);
});
