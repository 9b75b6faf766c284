import type { Logger } from 'pino';
import type { PlaceId, PlaceLog } from '../store/log.ts';

/** How much of a log may lie behind its snapshot. */
const ENTRIES = 1000;
/** A snapshot is not written again before the tail has this part of its size: else a growing place costs squares. */
const TAIL_PART = 1 / 4;
/** Milliseconds between two snapshots of a place: each costs the start of a thread, however small the place is. */
const REST = 10_000;
/** Not worth a snapshot, even when the place is put away. */
const FEW_ENTRIES = 50;

interface Tail {
  id: PlaceId;
  entries: number;
  bytes: number;
  snapshotBytes: number;
  running: Promise<void> | null;
  /** Until when no other snapshot is made. */
  restsUntil: number;
}

/** Keeps the tails short that places are loaded from. */
export interface Compaction {
  /** A place was loaded from a snapshot of so many bytes and the tail behind it. */
  loaded(id: PlaceId, snapshotBytes: number, tail: readonly { update: Uint8Array }[]): void;
  /** An update was appended to a loaded place. */
  appended(id: PlaceId, update: Uint8Array): void;
  /** The place is not loaded any more. */
  putAway(id: PlaceId): void;
  /** Resolves when all that is worth it is compacted. */
  finish(): Promise<void>;
}

/**
 * Snapshots are made by the log, off this thread. A failure is logged: it costs nothing but time at the next loading.
 * `clock`: milliseconds.
 */
export function createCompaction(
  log: PlaceLog,
  logger: Logger,
  clock: () => number = () => performance.now(),
): Compaction {
  const tails = new Map<string, Tail>();

  const compact = async (tail: Tail): Promise<void> => {
    const { entries, bytes } = tail;
    tail.restsUntil = clock() + REST;
    try {
      tail.snapshotBytes = await log.compact(tail.id);
    } catch (error) {
      logger.error({ err: error, ...tail.id }, 'place not compacted');
    }
    // After a failure too: the next attempt waits for as much again.
    tail.entries -= entries;
    tail.bytes -= bytes;
    tail.running = null;
  };

  const tailOf = (id: PlaceId): Tail => {
    const name = `${id.reading}/${id.place}`;
    const none = { entries: 0, bytes: 0, snapshotBytes: 0, running: null, restsUntil: -Infinity };
    const tail = tails.get(name) ?? { id, ...none };
    tails.set(name, tail);
    return tail;
  };

  const compactWhenLong = (tail: Tail): void => {
    const { entries, bytes, restsUntil, snapshotBytes } = tail;
    if (clock() < restsUntil) return;
    if (entries >= ENTRIES && bytes >= snapshotBytes * TAIL_PART) tail.running ??= compact(tail);
  };

  return {
    loaded(id, snapshotBytes, entries) {
      const tail = tailOf(id);
      tail.snapshotBytes = snapshotBytes;
      tail.entries = entries.length;
      tail.bytes = entries.reduce((sum, { update }) => sum + update.length, 0);
      compactWhenLong(tail);
    },
    appended(id, update) {
      const tail = tailOf(id);
      tail.entries += 1;
      tail.bytes += update.length;
      compactWhenLong(tail);
    },
    putAway(id) {
      const tail = tailOf(id);
      tails.delete(`${id.reading}/${id.place}`);
      if (tail.entries >= FEW_ENTRIES) tail.running ??= compact(tail);
    },
    async finish() {
      const all = [...tails.values()];
      await Promise.all(all.flatMap(({ running }) => running ?? []));
      await Promise.all(all.filter(({ entries }) => entries >= FEW_ENTRIES).map(compact));
    },
  };
}
