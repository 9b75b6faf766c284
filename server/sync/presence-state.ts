import { z } from 'zod';
import { ownerOfKey } from '#lib/annotation/record-key.ts';
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
  typing: z.custom<string>(isRecordKey).optional().catch(undefined),
});

/**
 * The presence that others see for the JSON `state` of a client, or null: it left, or says nothing that
 * can be read. `user` is written here, whatever the client claimed.
 */
export function presenceFrom(state: string, user: Presence['user']): Presence | null {
  const claimed = claimedSchema.safeParse(parseJson(state));
  if (!claimed.success) return null;
  const { cursor, block, typing } = claimed.data;
  return {
    user,
    cursor,
    ...(block !== undefined && { block }),
    ...(typing !== undefined && { typing }),
  };
}

function isRecordKey(value: unknown): boolean {
  return typeof value === 'string' && ownerOfKey(value) !== null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
