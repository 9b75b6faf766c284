import { describe, expect, it } from 'vitest';
import { createRateLimit } from './rate-limit.ts';

function limited(perSecond: number) {
  const time = { now: 1_000_000 };
  return { time, limit: createRateLimit(perSecond, () => time.now) };
}

describe('rate limit', () => {
  it('[Q1] takes ten seconds’ worth at once, and not one more', () => {
    const { limit } = limited(5);
    const taken = Array.from({ length: 60 }, () => limit.take(1)).filter(Boolean);
    expect(taken).toHaveLength(50);
  });

  it('[Q1] forgets what is ten seconds old, second by second', () => {
    const { limit, time } = limited(5);
    expect(limit.take(30)).toBe(true);
    time.now += 4000;
    expect(limit.take(20)).toBe(true);
    expect(limit.take(1)).toBe(false);
    time.now += 6000;
    expect(limit.take(30)).toBe(true);
    expect(limit.take(1)).toBe(false);
    time.now += 10_000;
    expect(limit.take(50)).toBe(true);
  });

  it('[Q2] does not count what it did not take', () => {
    const { limit } = limited(5);
    expect(limit.take(51)).toBe(false);
    expect(limit.take(50)).toBe(true);
  });

  it('[Q2] is idle ten seconds after the last thing it took', () => {
    const { limit, time } = limited(5);
    limit.take(1);
    time.now += 9000;
    expect(limit.idle()).toBe(false);
    time.now += 1000;
    expect(limit.idle()).toBe(true);
  });

  it('[Q1] stands a clock that is set back', () => {
    const { limit, time } = limited(5);
    limit.take(50);
    time.now -= 60_000;
    expect(limit.take(1)).toBe(false);
  });
});
