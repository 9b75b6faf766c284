import { expect, test } from 'vitest';
import { splitStep } from './votes.ts';

const step = (tags: Record<string, number>): number =>
  splitStep({ tags, tagged: Object.values(tags).reduce((sum, count) => sum + count, 0) });

test('[IV3] a stretch is as deep as entropy x members: 0 only where all agree', () => {
  expect(step({ fact: 9 })).toBe(0);
  expect(step({})).toBe(0);
  // 1 bit x 2, 1 bit x 4, 1 bit x 6, 1 bit x 12.
  expect(step({ fact: 1, opinion: 1 })).toBe(1);
  expect(step({ fact: 2, opinion: 2 })).toBe(2);
  expect(step({ fact: 3, opinion: 3 })).toBe(3);
  expect(step({ fact: 6, opinion: 6 })).toBe(4);
  // 0.469 bits x 10: one against nine counts for less than five against five.
  expect(step({ fact: 9, opinion: 1 })).toBe(2);
});
