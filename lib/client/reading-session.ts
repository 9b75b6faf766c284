import type { Records } from '../annotation/record-set.ts';
import type { AnyRecord, RecordMap, RecordOf } from '../annotation/record.ts';
import type { Presence } from '../protocol/sync.ts';
import { LiveSession } from './live-session.ts';
import type { Observable } from './observable.ts';
import { type SessionDevice, thisDevice } from './session-device.ts';

/**
 * What the chip may say. `kept` counts the changes that the server has not called durable and this device has
 * stored, so that closing the page loses none of them. `volatile`: they are kept in this tab only, because the
 * browser gives no storage, and a reload would lose them.
 */
export type SaveState =
  | { kind: 'connecting' }
  | { kind: 'saving'; kept: number; volatile?: true }
  | { kind: 'saved' }
  | { kind: 'offline'; kept: number; volatile?: true };

/** One record put under its key, or deleted where the value is null. */
export interface RecordWrite {
  map: RecordMap;
  key: string;
  value: AnyRecord | null;
}

/** A change that the server would not take: to read, copy or send anew. */
export interface RefusedWrite extends RecordWrite {
  /** Why, in words for the person who wrote it. */
  title: string;
  rule: string;
}

/** Why the session is over for good; what was kept here stays kept. */
export interface SessionEnd {
  kind:
    | 'signed-out'
    | 'removed'
    | 'not-allowed'
    | 'not-found'
    | 'moved'
    | 'malformed'
    | 'too-large';
  title: string;
}

/**
 * Where I am, as others may see it. `cursor`: UTF-16 offsets; `block`: index of the block I read; `typing`: key of the annotation that
 * I am answering.
 */
export interface PresenceState {
  cursor: { start: number; end: number } | null;
  block?: number;
  typing?: string;
}

/** One place of a reading, live: its records, who is here, and what of mine is safe. */
export interface ReadingSession {
  /** Immutable snapshots: a new object per change, a new map only for root maps that changed. */
  readonly records: Observable<Records>;
  /** Others only, one per user (the newest). */
  readonly presence: Observable<readonly Presence[]>;
  readonly saving: Observable<SaveState>;
  /** Stays, reloads included, until dismissed or until the same key is put again. */
  readonly refused: Observable<readonly RefusedWrite[]>;
  /** Null while the session lives. */
  readonly ended: Observable<SessionEnd | null>;
  /** Several at once: one change for who looks on, and for the server (in parts when it is large). Each key once. */
  apply(writes: readonly RecordWrite[]): void;
  put<M extends RecordMap>(map: M, record: RecordOf<M>): void;
  remove(map: RecordMap, key: string): void;
  dismissRefused(key: string): void;
  /** Null hides where I am (no block, no cursor); I am still counted as here. */
  showPresence(state: PresenceState | null): void;
  close(): void;
}

export interface ReadingSessionOptions {
  reading: string;
  /** `shared`, `desk/<userId>`, … (contract, "Sync"). */
  place: string;
  user: { id: string; name: string };
  /** Only looks on: nobody is told that I am here. */
  onlooker?: true;
  /** What is shown until the place has synced, such as the records of the place that my work came from. */
  shownBefore?: Records;
  /** Where the sync socket is; unset: `/sync` on the page's own host. */
  url?: string;
}

export function openReadingSession(
  options: ReadingSessionOptions,
  device: SessionDevice = thisDevice(options),
): ReadingSession {
  return new LiveSession(options, device);
}
