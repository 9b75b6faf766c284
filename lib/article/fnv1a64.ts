/** A 64-bit unsigned number in two halves of 32 bits. */
export interface Hash64 {
  high: number;
  low: number;
}

const PRIME_LOW = 0x1b3;

/**
 * FNV-1a, 64 bits, of the concatenated bytes. The prime is 2^40 + 0x1b3, so one step is
 * a product below 2^53 and a shift. Source: Fowler, Noll, Vo,
 * http://www.isthe.com/chongo/tech/comp/fnv/ (offset basis cbf29ce484222325).
 */
export function fnv1a64(parts: Iterable<readonly number[]>): Hash64 {
  let [high, low] = [0xcbf29ce4, 0x84222325];
  for (const bytes of parts) {
    for (const byte of bytes) {
      const mixed = (low ^ byte) >>> 0;
      const product = mixed * PRIME_LOW;
      const carried = Math.floor(product / 0x1_0000_0000);
      high = (high * PRIME_LOW + carried + ((mixed << 8) >>> 0)) >>> 0;
      low = product >>> 0;
    }
  }
  return { high, low };
}

/** Sixteen hexadecimal digits; their order as strings is the order of the numbers. */
export function hex64({ high, low }: Hash64): string {
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
