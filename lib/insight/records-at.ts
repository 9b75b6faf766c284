import { NO_RECORDS, type Records } from '../annotation/record-set.ts';
import type { AnyRecord, RecordMap } from '../annotation/record.ts';

/** What the log says happened to one record. */
export interface RecordEvent {
  map: RecordMap;
  key: string;
  /** Commit time in milliseconds since the epoch: the only time that counts here. */
  at: number;
  /** What stood under the key then; null when nothing did. */
  record: AnyRecord | null;
}

/**
 * The records as they stood at a moment (milliseconds since the epoch, included), from the events of all places that count.
 * `logs`: each in its own order; of one moment the last log has the last word, so what others are merged into stands last.
 */
export function recordsAt(logs: readonly (readonly RecordEvent[])[], at: number): Records {
  const standing: Record<RecordMap, Map<string, AnyRecord>> = {
    annotations: new Map(),
    replies: new Map(),
    reactions: new Map(),
    assessments: new Map(),
  };
  // The engine's sort is stable, so that events of one moment stay in the order of their logs.
  const events = logs.flat().filter((event) => event.at <= at);
  for (const { map, key, record } of events.sort((a, b) => a.at - b.at)) {
    if (record === null) standing[map].delete(key);
    else standing[map].set(key, record);
  }
  return { ...NO_RECORDS, ...(standing as Partial<Records>) };
}
