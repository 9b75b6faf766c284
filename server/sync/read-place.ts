import type { Logger } from 'pino';
import type { LogEntry, PlaceId, PlaceLog, StoredPlace } from '../store/log.ts';
import { type Restored, restorePlace } from '../store/restored-place.ts';
import type { DurableUpdate } from './durable-place.ts';
import type { JudgedPlace } from './judged-place.ts';

/** Where a place is read from. */
export interface PlaceSource<Judged extends JudgedPlace = JudgedPlace> {
  id: PlaceId;
  log: PlaceLog;
  logger: Logger;
  /** With an empty index, to read the log into. */
  fresh: () => Promise<Judged>;
}

export interface ReadPlace<Judged extends JudgedPlace> extends Restored {
  head: number;
  epoch: number;
  judged: Judged;
  /** Of the snapshot that reading began with; 0 without one. */
  snapshotBytes: number;
}

/**
 * What snapshot and tail amount to; where the snapshot is of no use, the whole log. `upTo`: the last entry that a
 * snapshot may stand for; later ones are handed on, and so may be earlier ones. Rejects when the log itself is
 * damaged.
 */
export async function readPlace<Judged extends JudgedPlace>(
  source: PlaceSource<Judged>,
  upTo: number,
  handOn: (entry: LogEntry, durable: DurableUpdate) => void,
): Promise<ReadPlace<Judged>> {
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
async function restored<Judged extends JudgedPlace>(
  { fresh }: PlaceSource<Judged>,
  stored: StoredPlace,
  handOn: (entry: LogEntry, durable: DurableUpdate) => void,
): Promise<ReadPlace<Judged> | string> {
  const judged = await fresh();
  const entries: [LogEntry, DurableUpdate][] = [];
  const all = restorePlace(stored, judged, (entry, durable) => entries.push([entry, durable]));
  if (!all.ok) return all.error;
  for (const [entry, durable] of entries) handOn(entry, durable);
  const { epoch, head, snapshot } = stored;
  return { ...all.value, head, epoch, judged, snapshotBytes: snapshot?.bytes.length ?? 0 };
}
