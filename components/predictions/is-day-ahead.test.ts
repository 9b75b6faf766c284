import { expect, it } from 'vitest';
import { isDayAhead } from './is-day-ahead.ts';

it('[PP5] today has begun where the device is; tomorrow, and a year of five digits, have not', () => {
  const justAfterMidnight = new Date(2026, 10, 22, 0, 1).getTime();
  const ahead = (day: string): boolean => isDayAhead(day, justAfterMidnight);
  expect(['', '2022-02-24', '2026-11-21', '2026-11-22'].filter(ahead)).toEqual([]);
  const later = ['2026-11-23', '2999-12-31', '12026-01-01'];
  expect(later.filter(ahead)).toEqual(later);
});
