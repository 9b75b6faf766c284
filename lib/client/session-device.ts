import { type KeptScope, type KeptWrites, keptOnDevice } from './kept-writes.ts';

/** What a session needs of the machine it runs on. */
export interface SessionDevice {
  Socket: typeof WebSocket;
  kept: KeptWrites;
}

export function thisDevice({
  reading,
  place,
  user,
}: Omit<KeptScope, 'user'> & { user: { id: string } }): SessionDevice {
  // A reveal sends who worked at a desk to `shared`: what was not durable there is put again here.
  const heirTo = place === 'shared' ? `desk/${user.id}` : undefined;
  return { Socket: WebSocket, kept: keptOnDevice({ user: user.id, reading, place }, heirTo) };
}

/** The sync socket of the page's own host. */
export function ownSyncUrl(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`;
}
