import type { WriteLoad, WritesMeasured } from './write-load.ts';

/** Beyond this a delivery is late. */
const P99_BELOW = 250;
const FIRST_RATE = 250;
const LAST_RATE = 64_000;
const STEP_SECONDS = 1.5;
const HELD_SECONDS = 3;

/**
 * The highest rate of writes at which p99 stays below 250 ms: doubled until it does not, then a half step up, then
 * held for three seconds; what was measured then. `before`: what an earlier run found, to begin near it. Null: none.
 */
export async function highestRate(
  load: WriteLoad,
  before: number | null,
): Promise<WritesMeasured | null> {
  const first = before === null ? FIRST_RATE : Math.round(before / 2);
  await load.run(first, STEP_SECONDS);
  let rate = first;
  while (rate < LAST_RATE && (await keeps(load, rate * 2))) rate *= 2;
  const between = Math.round(rate * Math.SQRT2);
  if (await keeps(load, between)) rate = between;
  return hold(load, rate);
}

async function keeps(load: WriteLoad, rate: number): Promise<boolean> {
  return isGood(await load.run(rate, STEP_SECONDS));
}

/** What holds for a moment need not hold longer. */
async function hold(load: WriteLoad, rate: number): Promise<WritesMeasured | null> {
  for (let tried = rate; tried >= 1; tried = Math.round(tried / Math.SQRT2)) {
    // oxlint-disable-next-line no-await-in-loop -- one rate after the other
    const measured = await load.run(tried, HELD_SECONDS);
    if (isGood(measured)) return measured;
  }
  return null;
}

function isGood({ kept, p99 }: WritesMeasured): boolean {
  return kept && p99 < P99_BELOW;
}
