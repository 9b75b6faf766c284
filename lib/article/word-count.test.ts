import { expect, it } from 'vitest';
import { wordCount } from './word-count.ts';

it('counts what white space parts, nbsp too, as wc -w does', () => {
  expect(wordCount(' one two\u00a0three —\nfour\t')).toBe(5);
  expect(wordCount(' \n')).toBe(0);
});
