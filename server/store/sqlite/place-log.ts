import type { PlaceLog } from '../log.ts';
import { inOneBuffer } from './in-one-buffer.ts';
import { createEngineThread, type EngineThread } from './engine-thread.ts';
import type { DurabilitySettings } from './place-log-tables.ts';

export interface SqlitePlaceLog extends PlaceLog {
  /** What SQLite itself says of its durability. */
  settings(): Promise<DurabilitySettings>;
  /** How many transactions appended something: each is one fsync. */
  commits(): Promise<number>;
}

/**
 * The log in the SQLite file at `file` (made when absent): one thread reads and commits, another one, which lives
 * only as long as there is something to do, replays whole logs.
 */
export function createSqlitePlaceLog(file: string): SqlitePlaceLog {
  const { call, close } = createEngineThread(file);
  const background = createBackground(file);
  return {
    read: (place, after) => call('read', [place, after]),
    load: (place, upTo) => call('load', [place, upTo]),
    append(appends) {
      const moved = inOneBuffer(appends);
      return call('append', [moved.appends], moved.buffer);
    },
    heads: (reading) => call('heads', [reading]),
    clientIds: (reading) => call('clientIds', [reading]),
    raiseEpoch: (reading) => call('raiseEpoch', [reading]),
    seal: (place) => call('seal', [place]),
    sealState: (place) => call('sealState', [place]),
    places: (reading) => call('places', [reading]),
    keepSnapshot: (place, snapshot) => call('keepSnapshot', [place, snapshot]),
    compact: (place) => background.use((thread) => thread.call('compact', [place])),
    history: (place, after, limit) =>
      background.use((thread) => thread.call('history', [place, after, limit])),
    erase: (what) => background.use((thread) => thread.call('erase', [what])),
    settings: () => call('settings', []),
    commits: () => call('commits', []),
    async close() {
      await background.close();
      await close();
    },
  };
}

interface Background {
  use<T>(work: (thread: EngineThread) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A thread while it is used, and none when it is not: it costs as much memory as a large place. */
function createBackground(file: string): Background {
  let thread: EngineThread | null = null;
  let users = 0;
  let ending: Promise<void> = Promise.resolve();
  let closed = false;

  const release = (): void => {
    users -= 1;
    if (users > 0 || thread === null) return;
    ending = thread.close();
    thread = null;
  };
  return {
    async use(work) {
      if (closed) throw new Error('The log is closed.');
      users += 1;
      thread ??= createEngineThread(file);
      return work(thread).finally(release);
    },
    async close() {
      closed = true;
      await thread?.close();
      await ending;
    },
  };
}
