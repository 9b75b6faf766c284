import { describe, expect, it } from 'vitest';
import { createPace } from './pace.ts';

function paceAt(perSecond: number) {
  const time = { now: 5000 };
  return { time, pace: createPace(perSecond, () => time.now) };
}

describe('pace', () => {
  it('[Q11] a second’s amount is taken at once, and then twice as much in each second', () => {
    const { time, pace } = paceAt(100);
    let taken = 0;
    const takeAll = (): void => {
      for (; pace.wait() === 0; taken += 1) pace.take(1);
    };
    takeAll();
    expect(taken).toBe(100);
    for (let step = 0; step < 10; step += 1) {
      time.now += 100;
      takeAll();
    }
    expect(taken).toBe(300);
  });

  it('[Q11] what is larger than all that is left is taken whole, and the next waits for as long as that takes', () => {
    const { time, pace } = paceAt(1000);
    pace.take(5000);
    const wait = pace.wait();
    expect(wait).toBeGreaterThanOrEqual(2000);
    time.now += wait;
    expect(pace.wait()).toBe(0);
  });

  it('[Q11] whoever rests gains no more than a second’s amount, and a clock set back costs nothing', () => {
    const { time, pace } = paceAt(10);
    pace.take(10);
    time.now += 3_600_000;
    expect(pace.wait()).toBe(0);
    pace.take(10);
    expect(pace.wait()).toBeGreaterThan(0);
    time.now -= 60_000;
    expect(pace.wait()).toBeLessThan(1000);
  });
});
