import type { PlaceId } from './log.ts';

/** How far a place is on its way into another one. */
export interface SealState {
  /** Takes no append any more, from any process. */
  sealed: boolean;
  /** Its content is in `shared`. */
  revealed: boolean;
}

/** What the log does for phases and reveals, beside keeping entries. All of it is durable when it resolves. */
export interface RevealLog {
  /**
   * Raises the epoch of all places of the reading, of those without entries too: what was judged before
   * cannot be appended any more.
   */
  raiseEpoch(reading: string): Promise<void>;
  /** Ends appending to a place, for ever; again: changes nothing. */
  seal(place: PlaceId): Promise<void>;
  sealState(place: PlaceId): Promise<SealState>;
  /** Every place of the reading that has entries or is sealed, by its name. */
  places(reading: string): Promise<ReadonlyMap<string, SealState>>;
}
