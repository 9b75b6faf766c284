const SECONDS = 10;

/** Counts what comes in and says when it is too much, averaged over ten seconds. */
export interface RateLimit {
  /** False when `amount` more would pass the limit; then it is not counted. */
  take(amount: number): boolean;
  /** Nothing was counted within the last ten seconds. */
  idle(): boolean;
}

/** `perSecond`: of whatever is counted. `clock`: milliseconds since the epoch. */
export function createRateLimit(perSecond: number, clock: () => number): RateLimit {
  const counts = new Float64Array(SECONDS);
  let second = Math.floor(clock() / 1000);
  let counted = 0;

  const forgetOld = (): void => {
    const now = Math.floor(clock() / 1000);
    const passed = Math.min(Math.max(now - second, 0), SECONDS);
    for (let step = 1; step <= passed; step += 1) {
      const slot = (second + step) % SECONDS;
      counted -= counts[slot] ?? 0;
      counts[slot] = 0;
    }
    second = Math.max(now, second);
  };

  const total = (): number => {
    forgetOld();
    return counted;
  };

  return {
    take(amount) {
      if (total() + amount > perSecond * SECONDS) return false;
      const slot = second % SECONDS;
      counts[slot] = (counts[slot] ?? 0) + amount;
      counted += amount;
      return true;
    },
    idle: () => total() === 0,
  };
}
