import { describe, expect, it } from 'vitest';
import { CatchUp } from './catch-up.ts';

/** Readings and commits that end when the test says so. */
function catchUp() {
  const events: string[] = [];
  const readings: PromiseWithResolvers<void>[] = [];
  const commits: PromiseWithResolvers<void>[] = [];
  const one = new CatchUp(
    () => {
      events.push('reading');
      return begun(readings);
    },
    {
      nextCommit: () => {
        events.push('commit');
        return begun(commits);
      },
    },
  );
  return { one, events, readings, commits };
}

function begun(list: PromiseWithResolvers<void>[]): Promise<void> {
  const ending = Promise.withResolvers<void>();
  list.push(ending);
  return ending.promise;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await Promise.resolve();
}

describe('catching up', () => {
  it('[D8] all who ask before a reading begins share it, who asks later does not', async () => {
    const { one, commits, readings } = catchUp();
    const [first, second] = [one.ask(), one.ask()];
    expect(second).toBe(first);
    await until(() => commits.length === 1);
    expect(one.reading).toBe(false);
    commits[0]?.resolve();
    await until(() => one.reading);
    const third = one.ask();
    expect(third).not.toBe(first);
    readings[0]?.resolve();
    await first;
    expect(readings).toHaveLength(1);
    await until(() => commits.length === 2);
    commits[1]?.resolve();
    await until(() => readings.length === 2);
    readings[1]?.resolve();
    await third;
    expect(one.idle).toBe(true);
  });

  it('[D8] between two readings what waits is committed', async () => {
    const { one, commits, events, readings } = catchUp();
    const first = one.ask();
    await until(() => commits.length === 1);
    commits[0]?.resolve();
    await until(() => one.reading);
    const second = one.ask();
    readings[0]?.resolve();
    await first;
    await until(() => commits.length === 2);
    expect([one.reading, one.idle]).toEqual([false, false]);
    commits[1]?.resolve();
    await until(() => readings.length === 2);
    readings[1]?.resolve();
    await second;
    expect(events).toEqual(['commit', 'reading', 'commit', 'reading']);
  });
});
