import fc from 'fast-check';
import { expect, test } from 'vitest';
import { targetProblem } from '../annotation/check-record.ts';
import { targetOf } from './target-of.ts';

const revision = (text: string): { id: string; text: string } => ({ id: 'r1', text });

test('quotes the passage and up to 32 characters on either side', () => {
  const text = `${'a'.repeat(40)}Passage${'b'.repeat(10)}`;
  expect(targetOf(revision(text), 40, 47)).toEqual({
    revision: 'r1',
    start: 40,
    end: 47,
    exact: 'Passage',
    prefix: 'a'.repeat(32),
    suffix: 'b'.repeat(10),
  });
});

test('ends inside a surrogate pair move outward; the context splits none', () => {
  expect(targetOf(revision('x😀y😀z'), 2, 5)).toMatchObject({ start: 1, end: 6, exact: '😀y😀' });
  const text = `😀${'a'.repeat(31)}Passage${'b'.repeat(31)}😀`;
  expect(targetOf(revision(text), 33, 40)).toMatchObject({
    prefix: 'a'.repeat(31),
    suffix: 'b'.repeat(31),
  });
});

test('null for nothing', () => {
  expect(targetOf(revision('words'), 3, 3)).toBeNull();
  expect(targetOf(revision('words'), 9, 12)).toBeNull();
  expect(targetOf(revision(''), 0, 1)).toBeNull();
});

test('every target passes the judge’s check', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 90 });
  fc.assert(
    fc.property(text, fc.nat(120), fc.nat(120), (given, start, length) => {
      const target = targetOf(revision(given), start, start + length);
      if (target !== null) expect(targetProblem(target, revision(given))).toBeNull();
    }),
  );
});
