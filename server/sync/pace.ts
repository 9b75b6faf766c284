/** How fast something is taken that may come in bursts: beyond one second's amount it is spread out in time. */
export interface Pace {
  /** Milliseconds until the next may be taken; 0: now. */
  wait(): number;
  /** Counts what was taken. What is taken at once may be more than is left: then the next waits for longer. */
  take(amount: number): void;
}

/** As a multiple of the rate that is allowed on average; so whoever never stops is still found out. */
const FASTER = 2;

/** `perSecond`: what is allowed on average, and may be taken at once. `clock`: milliseconds. */
export function createPace(perSecond: number, clock: () => number): Pace {
  let left = perSecond;
  let last = clock();

  const refill = (): void => {
    const now = clock();
    const gained = (Math.max(0, now - last) / 1000) * perSecond * FASTER;
    left = Math.min(perSecond, left + gained);
    last = now;
  };

  return {
    wait() {
      refill();
      return left > 0 ? 0 : Math.floor((-left / (perSecond * FASTER)) * 1000) + 1;
    },
    take(amount) {
      left -= amount;
    },
  };
}
