import type { Logger } from 'pino';
import type { PlaceId, PlaceLog } from '../store/log.ts';

/** A tail that is worth a snapshot: so many entries, and this part of the last snapshot's bytes. */
const LONG = { entries: 1000, part: 1 / 4 };
/** One that does not wait for the place to rest. By doubling, the work stays in proportion to what was written. */
const TOO_LONG = { entries: 20_000, part: 1 };
/** Not worth a snapshot, even when the place is put away. */
const FEW_ENTRIES = 50;

interface Tail {
  id: PlaceId;
  entries: number;
  bytes: number;
  snapshotBytes: number;
  running: Promise<void> | null;
  /** Runs out when the place has rested. */
  rest: NodeJS.Timeout | null;
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
 * Snapshots are made by the log, off this thread, and mostly when nobody writes. A failure is logged: it costs nothing
 * but time at the next loading. `rest`: milliseconds without a write, after which compacting is in nobody's way.
 */
export function createCompaction(
  log: Pick<PlaceLog, 'compact'>,
  logger: Logger,
  rest: number,
): Compaction {
  const tails = new Map<string, Tail>();

  const compact = async (tail: Tail): Promise<void> => {
    const { entries, bytes } = tail;
    clearTimeout(tail.rest ?? undefined);
    tail.rest = null;
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
    const known = tails.get(name);
    if (known !== undefined) return known;
    const tail = { id, entries: 0, bytes: 0, snapshotBytes: 0, running: null, rest: null };
    tails.set(name, tail);
    return tail;
  };

  const begin = (tail: Tail): void => {
    tail.running ??= compact(tail);
  };

  const compactWhenLong = (tail: Tail): void => {
    if (tail.running !== null || !reaches(tail, LONG)) return;
    if (reaches(tail, TOO_LONG)) begin(tail);
    else if (tail.rest !== null) tail.rest.refresh();
    else tail.rest = setTimeout(() => begin(tail), rest).unref();
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
      clearTimeout(tail.rest ?? undefined);
      if (tail.entries >= FEW_ENTRIES) begin(tail);
    },
    async finish() {
      const all = [...tails.values()];
      await Promise.all(all.flatMap(({ running }) => running ?? []));
      await Promise.all(all.filter(({ entries }) => entries >= FEW_ENTRIES).map(compact));
    },
  };
}

function reaches(
  { entries, bytes, snapshotBytes }: Tail,
  { entries: least, part }: typeof LONG,
): boolean {
  return entries >= least && bytes >= snapshotBytes * part;
}
