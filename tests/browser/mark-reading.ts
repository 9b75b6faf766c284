import { simulate } from '#server/demo/simulate.ts';
import type { Client } from '#tests/integration/client.ts';

/** With it five and six members differ on a passage near the beginning of the first digest, and talk about it. */
const SEED = 108;

/**
 * The simulated members of `npm run demo` in a reading: they tag the same sentences, mostly alike, some comment, some
 * reply. The same every time. Resolves when the server has it all.
 */
export async function markReading(members: readonly Client[], reading: string): Promise<void> {
  const [first, ...others] = members;
  if (first !== undefined) await simulate([first, ...others], reading, SEED);
}
