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

export interface PlaceLog extends RevealLog {
  /** Entries after `after` (0: all), with the head and epoch they belong to. */
  read(place: PlaceId, after: number): Promise<PlaceHistory>;
  /**
   * All appends in one transaction with one fsync; each has an outcome of its own, in order. Resolves
   * when what was appended is durable. Rejects only when the store is broken; then nothing was appended.
   */
  append(appends: readonly Append[]): Promise<AppendOutcome[]>;
  /** Which user first used each Yjs client id in this reading (rule J14). */
  clientIds(reading: string): Promise<ReadonlyMap<number, string>>;
  close(): Promise<void>;
}
