import { expect, test } from 'vitest';
import { createFailureLimit } from './failure-limit.ts';

test('is reached by failures of one address within a minute, and over a minute later', () => {
  let now = 0;
  const limit = createFailureLimit(2, () => now);
  limit.count('10.0.0.1');
  now = 30_000;
  limit.count('::ffff:10.0.0.1');
  expect(limit.reached('10.0.0.1')).toBe(true);
  expect(limit.reached('10.0.0.2')).toBe(false);
  now = 60_001;
  expect(limit.reached('10.0.0.1')).toBe(false);
});

test('one IPv6 network is one address', () => {
  const limit = createFailureLimit(1, () => 0);
  limit.count('2001:db8:1:2:aaaa::1');
  expect(limit.reached('2001:db8:1:2:bbbb::2')).toBe(true);
  expect(limit.reached('2001:db8:1:3:aaaa::1')).toBe(false);
});
