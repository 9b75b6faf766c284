import { NO_RECORDS, type Records } from '#lib/annotation/record-set.ts';
import { observable } from '#lib/client/observable.ts';
import type {
  ReadingSession,
  RefusedWrite,
  SaveState,
  SessionEnd,
} from '#lib/client/reading-session.ts';
import type { Presence } from '#lib/protocol/sync.ts';

const nothing = (): void => {};

/** What stands in until the browser has opened the session: no records yet, connecting. */
export const IDLE_SESSION: ReadingSession = {
  records: observable<Records>(NO_RECORDS),
  presence: observable<readonly Presence[]>([]),
  saving: observable<SaveState>({ kind: 'connecting' }),
  refused: observable<readonly RefusedWrite[]>([]),
  ended: observable<SessionEnd | null>(null),
  apply: nothing,
  put: nothing,
  remove: nothing,
  dismissRefused: nothing,
  showPresence: nothing,
  close: nothing,
};
