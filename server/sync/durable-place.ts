import type { LoggedRecord } from '#lib/protocol/http.ts';
import type { Effect } from './judge/judge.ts';
import type { StateAnswer } from './state-answer.ts';

/** An update that is in the log: the only thing that others may see the effect of. */
export interface DurableUpdate {
  update: Uint8Array;
  /** Commit time, milliseconds since the epoch. */
  at: number;
  effects: readonly Effect[];
}

/**
 * What a place shows: judged and durable updates only. Everything that leaves the server about a place,
 * besides the updates themselves, comes from here.
 */
export interface DurablePlace {
  /** It is in the log now. */
  add(update: DurableUpdate): void;
  stateVector(): Uint8Array;
  /** The whole state, garbage-collected (Yjs v1 encoding). */
  state(): Uint8Array;
  /** For a client that has what `known` says, by client id the next clock. */
  answer(known: ReadonlyMap<number, number>): StateAnswer;
  /** The records that stand in the place, each with the commit time of the entry that set it. */
  records(): LoggedRecord[];
}
