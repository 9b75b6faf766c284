import type { Logger } from 'pino';
import type { LogEntry, PlaceId, PlaceLog, StoredPlace } from '../store/log.ts';
import { restorePlace } from '../store/restored-place.ts';
import type { CommitTimes } from './commit-times.ts';
import type { DurableUpdate } from './durable-place.ts';
import type { PlaceState } from './judge/place-state.ts';

/** Where a place is read from. */
export interface PlaceSource {
  id: PlaceId;
  log: PlaceLog;
  logger: Logger;
  /** A state with an empty index, to read the log into. */
  freshState: () => Promise<PlaceState>;
}

interface ReadPlace {
  head: number;
  epoch: number;
  state: PlaceState;
  times: CommitTimes;
  /** Of the snapshot that reading began with; 0 without one. */
  snapshotBytes: number;
}

/**
 * What snapshot and tail amount to; where the snapshot is of no use, the whole log. `upTo`: the last entry that a
 * snapshot may stand for; later ones are handed on, and so may be earlier ones. Rejects when the log itself is
 * damaged.
 */
export async function readPlace(
  source: PlaceSource,
  upTo: number,
  handOn: (entry: LogEntry, durable: DurableUpdate) => void,
): Promise<ReadPlace> {
  const { id, log, logger } = source;
  const stored = await log.load(id, upTo);
  const read = await restored(source, stored, handOn);
  if (typeof read !== 'string') return read;
  logger.error({ ...id, reason: read }, 'snapshot of no use, reading the whole log');
  const whole: StoredPlace = { ...stored, ...(await log.read(id, 0)), snapshot: null };
  const again = await restored(source, whole, handOn);
  if (typeof again === 'string') throw new Error(again);
  return again;
}

/** A string: why the snapshot is of no use; nothing was handed on then. */
async function restored(
  { freshState }: PlaceSource,
  stored: StoredPlace,
  handOn: (entry: LogEntry, durable: DurableUpdate) => void,
): Promise<ReadPlace | string> {
  const state = await freshState();
  const entries: [LogEntry, DurableUpdate][] = [];
  const times = restorePlace(stored, state, (entry, durable) => entries.push([entry, durable]));
  if (!times.ok) return times.error;
  for (const [entry, durable] of entries) handOn(entry, durable);
  const { epoch, head, snapshot } = stored;
  return { head, epoch, state, times: times.value, snapshotBytes: snapshot?.bytes.length ?? 0 };
}
