/** What answers a step 1. */
export interface StateAnswer {
  /** To be sent in this order; the last one is the step 2. */
  frames: readonly Buffer[];
  /** More than half of the place, or long: not to be asked for again and again. */
  costly: boolean;
}

const LONG_ANSWER = 65_536;

/** Clocks in the place, and how many of them the client has. */
interface Overlap {
  total: number;
  shared: number;
}

/** `states` and `known`: by client the next clock, in the place and at who asks. */
export function overlapOf(
  states: ReadonlyMap<number, number>,
  known: ReadonlyMap<number, number>,
): Overlap {
  let total = 0;
  let shared = 0;
  for (const [client, clock] of states) {
    total += clock;
    shared += Math.min(clock, known.get(client) ?? 0);
  }
  return { total, shared };
}

export function stateAnswer(frames: readonly Buffer[], { total, shared }: Overlap): StateAnswer {
  const length = frames.reduce((sum, frame) => sum + frame.length, 0);
  return { frames, costly: total > 2 * shared || length > LONG_ANSWER };
}
