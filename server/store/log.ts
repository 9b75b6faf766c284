import type { AnyRecord, RecordMap } from '#lib/annotation/record.ts';
import type { RevealLog } from './reveal-log.ts';

/**
 * The log of one place: a gapless total order of accepted updates. Appending is
 * compare-and-append on (place, head, epoch), so that several processes can serve one
 * place and a change of phase or role (which raises the epoch) stops appends that
 * were judged before it.
 */
export interface LogEntry {
  /** 1, 2, 3 … without a gap. */
  seq: number;
  /** The user whose update it is. */
  user: string;
  /** Commit time, milliseconds since the epoch: the time that decides things. */
  at: number;
  update: Uint8Array;
}

export interface NewEntry {
  user: string;
  update: Uint8Array;
}

export interface PlaceId {
  reading: string;
  place: string;
}

/** Appends to one place; several of them can share one commit. */
export interface Append extends PlaceId {
  /** The seq of the last entry that the writer has judged against; 0 for an empty log. */
  head: number;
  epoch: number;
  entries: NewEntry[];
  /** Sealed places of the same reading that count as revealed with this append, in its transaction. */
  reveals?: string[];
}

export type AppendOutcome =
  | { kind: 'appended'; head: number; at: number }
  | { kind: 'conflict'; head: number; epoch: number }
  /** Nothing was appended, and nothing ever will be again. */
  | { kind: 'sealed' };

export interface PlaceHistory {
  head: number;
  epoch: number;
  /** Ascending by `seq`, beginning after the asked-for one. */
  entries: LogEntry[];
}

/** A snapshot as it is kept (`snapshot.ts` reads it): of the place after the entry `seq`. */
export interface StoredSnapshot {
  seq: number;
  bytes: Uint8Array;
}

export interface KeyOfMap {
  map: RecordMap;
  key: string;
}

/** What an entry did to one record: a line of the audit trail. */
export interface PlaceEvent extends KeyOfMap {
  seq: number;
  user: string;
  at: number;
  /** `removed`: by somebody who is not the owner. */
  what: 'added' | 'changed' | 'deleted' | 'removed';
  /** What stands after it; null when nothing does. */
  record: AnyRecord | null;
}

/** A person's records in all places, by user id; or one record, by its key. */
export type ErasedWhat = { person: string } | { record: string };

/** What a place is loaded from. */
export interface StoredPlace extends PlaceHistory {
  /** The newest one that is not newer than asked for; `entries` are those after it. */
  snapshot: StoredSnapshot | null;
  /** Keys whose records were erased: nothing may stand under them again. */
  erased: readonly KeyOfMap[];
}

export interface PlaceLog extends RevealLog {
  /** Entries after `after` (0: all), with the head and epoch they belong to. */
  read(place: PlaceId, after: number): Promise<PlaceHistory>;
  /** Snapshot and tail, of one moment. `upTo`: the last entry that the snapshot may hold. */
  load(place: PlaceId, upTo?: number): Promise<StoredPlace>;
  /**
   * Keeps the snapshot in place of the one before. Gives false and does nothing when it is not newer, or
   * newer than the log.
   */
  keepSnapshot(place: PlaceId, snapshot: StoredSnapshot): Promise<boolean>;
  /** Makes and keeps a snapshot of all that the log holds; other calls do not wait for it. Gives its bytes. */
  compact(place: PlaceId): Promise<number>;
  /** What happened in the place, at most `limit` events after the entry `after`, of whole entries. */
  history(place: PlaceId, after: number, limit: number): Promise<PlaceEvent[]>;
  /**
   * All appends in one transaction with one fsync; each has an outcome of its own, in order. Resolves
   * when what was appended is durable. Rejects only when the store is broken; then nothing was appended.
   */
  append(appends: readonly Append[]): Promise<AppendOutcome[]>;
  /**
   * Takes the records out of log and snapshots for good, so that nothing stored holds their bytes; gives how
   * many keys they stood under. Places that are loaded anywhere still hold them: stop the server first.
   */
  erase(what: ErasedWhat): Promise<number>;
  /** The last entry's `seq` of every place of the reading that has entries, by its name: what was read up to there is all there is. */
  heads(reading: string): Promise<ReadonlyMap<string, number>>;
  /** Which user first used each Yjs client id in this reading (rule J14). */
  clientIds(reading: string): Promise<ReadonlyMap<number, string>>;
  close(): Promise<void>;
}
