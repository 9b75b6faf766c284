import type { PlaceLog } from '../store/log.ts';
import { ClientIds } from './judge/client-ids.ts';

/** Whose each client id is, one object for all loaded places of a reading (J14). */
export interface ReadingClientIds {
  /** The reading's object, with all that the log knows by now. */
  fresh(reading: string): Promise<ClientIds>;
}

export function createReadingClientIds(log: Pick<PlaceLog, 'clientIds'>): ReadingClientIds {
  // Loaded rooms hold the object; when the last one goes, the log is what remembers.
  const known = new Map<string, WeakRef<ClientIds>>();

  const sharedBy = (reading: string): ClientIds => {
    const present = known.get(reading)?.deref();
    if (present !== undefined) return present;
    const made = new ClientIds();
    known.set(reading, new WeakRef(made));
    return made;
  };

  return {
    async fresh(reading) {
      const logged = await log.clientIds(reading);
      const clientIds = sharedBy(reading);
      for (const [client, user] of logged) clientIds.settle(client, user);
      return clientIds;
    },
  };
}
