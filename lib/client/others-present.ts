import type { Awareness } from 'y-protocols/awareness';
import { z } from 'zod';
import type { Presence } from '../protocol/sync.ts';

const presenceSchema = z.object({
  user: z.object({ id: z.string(), name: z.string(), color: z.string() }),
  cursor: z.object({ start: z.number(), end: z.number() }).nullable(),
  block: z.number().optional(),
});

/** Who else is here: of each user the newest of their windows, in the order of their names. */
export function othersPresent(awareness: Awareness, userId: string): readonly Presence[] {
  const newest = new Map<string, { presence: Presence; updated: number }>();
  for (const [client, state] of awareness.getStates()) {
    const presence = presenceOf(state);
    if (presence === null || presence.user.id === userId) continue;
    const updated = awareness.meta.get(client)?.lastUpdated ?? 0;
    const known = newest.get(presence.user.id);
    if (known === undefined || known.updated <= updated) {
      newest.set(presence.user.id, { presence, updated });
    }
  }
  return [...newest.values()].map(({ presence }) => presence).sort(byName);
}

function presenceOf(state: unknown): Presence | null {
  const parsed = presenceSchema.safeParse(state);
  if (!parsed.success) return null;
  const { user, cursor, block } = parsed.data;
  return { user, cursor, ...(block !== undefined && { block }) };
}

function byName({ user: a }: Presence, { user: b }: Presence): number {
  return a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);
}
