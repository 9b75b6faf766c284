import { z } from 'zod';
import type { Presence } from '#lib/protocol/sync.ts';

const offset = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31);

/** What a client may say of itself; stock clients say other things too, which are left out. */
const claimedSchema = z.object({
  cursor: z.strictObject({ start: offset, end: offset }).nullable().catch(null),
  block: offset.optional().catch(undefined),
});

/**
 * The presence that others see for the JSON `state` of a client, or null: it left, or says nothing that
 * can be read. `user` is written here, whatever the client claimed.
 */
export function presenceFrom(state: string, user: Presence['user']): Presence | null {
  const claimed = claimedSchema.safeParse(parseJson(state));
  if (!claimed.success) return null;
  const { cursor, block } = claimed.data;
  return block === undefined ? { user, cursor } : { user, cursor, block };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
