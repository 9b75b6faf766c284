/** Numbers from 0 to below 1 that look random: the same ones for the same seed. */
export type Generator = () => number;

/** T. Ettinger's mulberry32 (public domain): 32 bits of state, period 2^32, good enough to draw units with. */
export function seeded(seed: number): Generator {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
