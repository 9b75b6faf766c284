import { expect, it } from 'vitest';
import { grouped } from './grouped.ts';

it('groups as English does', () => {
  const counts = [0, 7, 100, 999, 1000, 12_345, 123_456, 1_234_567];
  expect(counts.map(grouped)).toEqual(counts.map((count) => count.toLocaleString('en')));
});
