import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import type { RecordWrite } from './reading-session.ts';

/** A change of mine that the server has not called durable, as a plain record. */
export interface KeptWrite extends RecordWrite {
  /** Names this one change, so that what settles it does not take out a later change of the same key. */
  stamp: string;
  /** When it was made, by this device's clock: milliseconds since the epoch. */
  made: number;
  /** Set once the server would not take it: it waits to be seen, not to be sent. */
  refusal?: { title: string; rule: string };
}

export interface KeptScope {
  user: string;
  reading: string;
  place: string;
}

/** Where the writes of one user in one place are kept on this device. Rejections mean: nothing is kept. */
export interface KeptWrites {
  all(): Promise<KeptWrite[]>;
  /** All or none. Resolved, they outlive the page. */
  keep(writes: readonly KeptWrite[]): Promise<void>;
  /** Forgets the write unless another one stands under its key by now (another tab may have edited it). */
  forget(write: KeptWrite): Promise<void>;
}

let database: UseStore | undefined;

/** Opened when first used; asynchronous, so that a browser without IndexedDB rejects instead of throwing. */
const store: UseStore = async (mode, work) => {
  database ??= createStore('postil-outbox', 'writes');
  return database(mode, work);
};

/**
 * In IndexedDB, in a store of its own, keyed by user, reading, place, map and record key. What is still kept for the
 * place `heirTo` is taken over: its work goes on here, so it is to be sent here.
 */
export function keptOnDevice({ user, reading, place }: KeptScope, heirTo?: string): KeptWrites {
  const scope = [user, reading, place];
  const keyOf = ({ map, key }: KeptWrite): string[] => [...scope, map, key];
  return {
    async all() {
      if (heirTo !== undefined) await takeOver([user, reading, heirTo], scope);
      return store('readonly', (writes) =>
        promisifyRequest<KeptWrite[]>(writes.getAll(allUnder(scope))),
      );
    },
    keep: (made) =>
      store('readwrite', (writes) => {
        for (const write of made) writes.put(write, keyOf(write));
        return promisifyRequest(writes.transaction);
      }),
    forget: (write) =>
      store('readwrite', async (writes) => {
        const found = await promisifyRequest<KeptWrite | undefined>(writes.get(keyOf(write)));
        if (found?.stamp === write.stamp) writes.delete(keyOf(write));
        await promisifyRequest(writes.transaction);
      }),
  };
}

const allUnder = (scope: string[]): IDBKeyRange => IDBKeyRange.bound(scope, [...scope, []]);

/** One transaction: a page that dies on the way has moved all or nothing. The newer write of a key stays. */
function takeOver(from: string[], to: string[]): Promise<void> {
  return store('readwrite', async (writes) => {
    const left = await promisifyRequest<KeptWrite[]>(writes.getAll(allUnder(from)));
    const there = await promisifyRequest<KeptWrite[]>(writes.getAll(allUnder(to)));
    const made = new Map(there.map((write) => [`${write.map} ${write.key}`, write.made]));
    for (const write of left) {
      const { map, key } = write;
      writes.delete([...from, map, key]);
      if (write.made > (made.get(`${map} ${key}`) ?? -Infinity))
        writes.put(write, [...to, map, key]);
    }
    await promisifyRequest(writes.transaction);
  });
}
