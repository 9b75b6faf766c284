import { expect, test } from 'vitest';
import type { Annotation } from '#lib/annotation/record.ts';
import { labelAll, tagAll, withLabel } from './bulk-changes.ts';

const mark = (id: string, more: Partial<Annotation>): Annotation => ({
  id,
  author: 'ann',
  created: '2026-01-01T12:00:00.000Z',
  target: { revision: 'r', start: 0, end: 4, exact: 'Four', prefix: '', suffix: '' },
  tag: null,
  comment: null,
  ...more,
});

const touched = (changes: ReturnType<typeof tagAll>): unknown[] =>
  changes.map((change) => (change.kind === 'put' ? change.annotation.id : null));

test('[M8] only marks that change are written', () => {
  const marks = [mark('a', { tag: 'fact' }), mark('b', { tag: 'opinion', labels: ['x'] })];
  expect(touched(tagAll(marks, 'fact', 0))).toEqual(['b']);
  expect(touched(labelAll(marks, 'x', 0))).toEqual(['a']);
});

test('[M8] a label is added once, trimmed, and never as an eleventh', () => {
  expect(withLabel(['a'], ' b ')).toEqual(['a', 'b']);
  expect(withLabel(['a'], 'a')).toEqual(['a']);
  expect(withLabel(['a'], '  ')).toEqual(['a']);
  const ten = Array.from({ length: 10 }, (_, at) => String(at));
  expect(withLabel(ten, 'x')).toEqual(ten);
});
