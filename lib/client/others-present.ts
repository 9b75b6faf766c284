import type { Awareness } from 'y-protocols/awareness';
import type { Presence } from '../protocol/sync.ts';

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

/** The server writes every presence that it sends (W1); a state without a user is nobody's. */
function presenceOf(state: Partial<Presence>): Presence | null {
  const { user, cursor = null, block, typing } = state;
  if (user === undefined) return null;
  return {
    user,
    cursor,
    ...(block !== undefined && { block }),
    ...(typing !== undefined && { typing }),
  };
}

function byName({ user: a }: Presence, { user: b }: Presence): number {
  return a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);
}
