import { describe, expect, it } from 'vitest';
import { createCommitPace } from './commit-pace.ts';

describe('commit pace', () => {
  it('[D3] a log at rest commits at once, one at work after a while', async () => {
    const time = { now: 0 };
    const pauses: number[] = [];
    const pace = createCommitPace(
      10,
      () => time.now,
      async (milliseconds) => {
        pauses.push(milliseconds);
        time.now += milliseconds;
      },
    );
    await pace();
    time.now += 4;
    await pace();
    await pace();
    time.now += 25;
    await pace();
    expect(pauses).toEqual([0, 6, 10, 0]);
  });
});
