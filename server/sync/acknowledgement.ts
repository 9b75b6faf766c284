/** Counts which of a connection's writes are in the log (message 100). */
export interface Acknowledgement {
  /** A step 2 or update arrived; gives what to call once all its effects are in the log. */
  arrive(): () => void;
  /** Arrived, and not yet known to be in the log. */
  unsettled(): number;
}

/**
 * `announce(n)`: the effects of the first n writes are in the log. Writes may settle out of order; n
 * only ever covers a beginning without a hole, and several steps within one turn are announced once.
 */
export function createAcknowledgement(announce: (count: number) => void): Acknowledgement {
  const early = new Set<number>();
  let arrived = 0;
  let settled = 0;
  let announced = 0;

  const advance = (): void => {
    while (early.delete(settled + 1)) settled += 1;
  };
  const announceOnce = (): void => {
    if (announced === settled) return;
    announced = settled;
    announce(settled);
  };

  return {
    arrive() {
      arrived += 1;
      const ordinal = arrived;
      return () => {
        early.add(ordinal);
        advance();
        queueMicrotask(announceOnce);
      };
    },
    unsettled: () => arrived - settled,
  };
}
