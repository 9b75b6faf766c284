import { expect, it } from 'vitest';
import type { TagFigure } from '#lib/insight/insight.ts';
import { marksWithoutTag } from './marks-without-tag.ts';

const fact = (annotations: number): TagFigure => ({
  tag: 'fact',
  annotations,
  characters: 10,
  share: 1,
});

it('says how the marks divide only where some carry no tag', () => {
  expect(marksWithoutTag({ annotations: 9, tags: [fact(8)] })).toBe('8 tagged, 1 only commented');
  expect(marksWithoutTag({ annotations: 8, tags: [fact(8)] })).toBeNull();
  expect(marksWithoutTag({ annotations: 2, tags: [] })).toBe('0 tagged, 2 only commented');
});
