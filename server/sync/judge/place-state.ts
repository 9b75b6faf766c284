import type { AnyRecord, RecordMap } from '#lib/annotation/record.ts';
import type { Result } from '#lib/result.ts';
import type { ClientIds } from './client-ids.ts';
import type { StructIndex } from './struct-index.ts';

export interface PlaceLimits {
  /** Records of one owner that stand in the place at one time. */
  recordsPerMember: number;
  /** Bytes of the place's garbage-collected state, as estimated by `StructIndex.bytes`. */
  placeBytes: number;
  /** Client ids of one member in the whole reading. */
  clientIdsPerMember: number;
}

/** For what the server does itself: a reveal is not refused for its size (J24). */
export const NO_LIMITS: PlaceLimits = {
  recordsPerMember: Infinity,
  placeBytes: Infinity,
  clientIdsPerMember: Infinity,
};

/** What a write into a records place is judged against. */
export interface PlaceState {
  readonly index: StructIndex;
  /** One object for all places of a reading (J14). */
  readonly clientIds: ClientIds;
  /** Whether `value` may stand under `key`: wraps `checkRecord`. The error is for the writer. */
  readonly check: (map: RecordMap, key: string, value: unknown) => Result<AnyRecord>;
  readonly limits: PlaceLimits;
}
