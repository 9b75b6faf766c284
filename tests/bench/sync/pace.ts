import { setTimeout as delay } from 'node:timers/promises';

/** Calls `act` for 0, 1, 2 … evenly, `rate` times a second, `count` times in all. Gives how long it took, in milliseconds. */
export async function evenly(
  rate: number,
  count: number,
  act: (at: number) => void,
): Promise<number> {
  const start = performance.now();
  let done = 0;
  while (done < count) {
    const due = Math.min(count, Math.ceil(((performance.now() - start) * rate) / 1000));
    for (; done < due; done += 1) act(done);
    // oxlint-disable-next-line no-await-in-loop -- that is the pace
    await delay(1);
  }
  return performance.now() - start;
}

/** Resolves once `holds`, or after `milliseconds`; false when it did not come true. */
export async function within(milliseconds: number, holds: () => boolean): Promise<boolean> {
  const latest = performance.now() + milliseconds;
  while (!holds()) {
    if (performance.now() > latest) return false;
    // oxlint-disable-next-line no-await-in-loop -- looked at again and again
    await delay(2);
  }
  return true;
}
