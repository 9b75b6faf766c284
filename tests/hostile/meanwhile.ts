import { setTimeout as delay } from 'node:timers/promises';

/** Takes `step` again and again, at least once, with `pause` ms between, until `work` is done; gives what it gave. */
export async function meanwhile<T>(
  work: Promise<T>,
  pause: number,
  step: () => Promise<void>,
): Promise<T> {
  const done = work.then(
    () => true,
    () => true,
  );
  do await step();
  while (!(await Promise.race([done, delay(pause, false)])));
  return work;
}
