import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gathered } from './gathered.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('[A5] changes are told together, and not again before the gap is over', () => {
  const tell = vi.fn(() => true);
  const { changed } = gathered(tell, { rest: 1000, gap: 10_000 });
  changed();
  changed();
  expect(tell).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(tell).toHaveBeenCalledTimes(1);
  changed();
  vi.advanceTimersByTime(9999);
  expect(tell).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(tell).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(60_000);
  expect(tell).toHaveBeenCalledTimes(2);
});

test('[A5] when there was nothing to tell, the next change does not wait for the gap', () => {
  const tell = vi.fn(() => false);
  const { changed } = gathered(tell, { rest: 1000, gap: 10_000 });
  changed();
  vi.advanceTimersByTime(1000);
  changed();
  vi.advanceTimersByTime(1000);
  expect(tell).toHaveBeenCalledTimes(2);
});
