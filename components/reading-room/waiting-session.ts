import { NO_RECORDS, type Records } from '#lib/annotation/record-set.ts';
import { recordsWith } from '#lib/client/changed-records.ts';
import { observable } from '#lib/client/observable.ts';
import type {
  ReadingSession,
  RecordWrite,
  RefusedWrite,
  SaveState,
  SessionEnd,
} from '#lib/client/reading-session.ts';
import type { Presence } from '#lib/protocol/sync.ts';

/** What stands in until the browser has opened the session. */
export interface WaitingSession extends ReadingSession {
  /** Gives the session that is open now what was written meanwhile, once. */
  handOver(opened: ReadingSession): void;
}

const nothing = (): void => {};

/** No records of others yet; what I write shows at once, and waits in this tab. */
export function createWaitingSession(): WaitingSession {
  const records = observable<Records>(NO_RECORDS);
  const saving = observable<SaveState>({ kind: 'connecting' });
  let waiting: RecordWrite[] = [];

  function apply(writes: readonly RecordWrite[]): void {
    waiting.push(...writes);
    records.set(recordsWith(records.get(), writes));
    saving.set({ kind: 'saving', kept: 0 });
  }

  return {
    records,
    presence: observable<readonly Presence[]>([]),
    saving,
    refused: observable<readonly RefusedWrite[]>([]),
    ended: observable<SessionEnd | null>(null),
    apply,
    put: (map, record) => apply([{ map, key: record.id, value: record }]),
    remove: (map, key) => apply([{ map, key, value: null }]),
    dismissRefused: nothing,
    showPresence: nothing,
    close: nothing,
    handOver(opened) {
      const writes = waiting;
      waiting = [];
      if (writes.length > 0) opened.apply(newestOfEachKey(writes));
    },
  };
}

/** A session takes each key once at a time. */
function newestOfEachKey(writes: readonly RecordWrite[]): RecordWrite[] {
  return [...new Map(writes.map((write) => [`${write.map} ${write.key}`, write])).values()];
}
