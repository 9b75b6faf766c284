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
  return { Socket: WebSocket, kept: keptOnDevice({ user: user.id, reading, place }) };
}

/** The sync socket of the page's own host. */
export function ownSyncUrl(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`;
}
