import type { RecordMap } from '#lib/annotation/record.ts';
import type { Result } from '#lib/result.ts';
import type { ClientIds } from './judge/client-ids.ts';
import type { Effect, Verdict, Writer } from './judge/judge.ts';
import type { PlaceLimits } from './judge/place-state.ts';

/** On whose behalf an update is judged, whatever the place holds. */
export interface PlaceWriter extends Writer {
  /** Leave for what has no key, the notes: null when given, else why not, in words for the writer. */
  readonly mayEdit: () => string | null;
}

interface KeyInMap {
  readonly map: RecordMap;
  readonly key: string;
}

/** What the judge of a place holds updates against: all that was accepted. It runs ahead of the log by what is queued. */
export interface JudgedPlace {
  /** One object for all places of a reading (J14). */
  readonly clientIds: ClientIds;
  readonly limits: Pick<PlaceLimits, 'clientIdsPerMember'>;
  /** Changes nothing until the verdict's `fold` is called (J21). `lifted`: no limits hold, as for a reveal (J24). */
  judge(update: Uint8Array, writer: PlaceWriter, lifted: boolean): Verdict;
  /** Folds in what was accepted before; see `judge/fold.ts`. `by`: null for a snapshot. */
  foldAccepted(update: Uint8Array, by: string | null): Result<readonly Effect[]>;
  /** From now on nothing may stand under the key (J23). */
  moderate(map: RecordMap, key: string): void;
  /** Keys nothing may stand under again: kept beside a snapshot, which cannot tell. */
  moderated(): Iterable<KeyInMap>;
  /** Whether nothing may stand under the key again. */
  isRemoved(map: RecordMap, key: string): boolean;
  /**
   * The garbage-collected state (Yjs v1 encoding) of all that was folded in. `updates`: the same as it is stored,
   * for who keeps no content.
   */
  state(updates: readonly Uint8Array[]): Uint8Array;
}
