import { type Result, fail, ok } from '#lib/result.ts';
import { CommitTimes } from '../sync/commit-times.ts';
import type { DurableUpdate } from '../sync/durable-place.ts';
import { ClientIds } from '../sync/judge/client-ids.ts';
import { foldAccepted } from '../sync/judge/fold.ts';
import { NO_LIMITS, type PlaceState } from '../sync/judge/place-state.ts';
import { StructIndex } from '../sync/judge/struct-index.ts';
import { replay } from '../sync/replay.ts';
import type { LogEntry, StoredPlace, StoredSnapshot } from './log.ts';
import { decodeSnapshot } from './snapshot.ts';

/**
 * Folds what is stored of a place into `state`, which must be empty, and hands on each entry of the tail with
 * its effects. Fails where the snapshot cannot be read or does not fit the log: the whole log serves then, into
 * another empty state. Throws when there is no snapshot to blame.
 */
export function restorePlace(
  { snapshot, entries, erased }: StoredPlace,
  state: PlaceState,
  handOn: (entry: LogEntry, durable: DurableUpdate) => void = () => {},
): Result<CommitTimes> {
  try {
    const times = snapshot === null ? new CommitTimes() : foldSnapshot(snapshot, state);
    replay(entries, state, (entry, durable) => {
      times.note(durable.effects, durable.at);
      handOn(entry, durable);
    });
    for (const { map, key } of erased) state.index.moderate(map, key);
    return ok(times);
  } catch (error) {
    if (snapshot === null) throw error;
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function foldSnapshot(stored: StoredSnapshot, state: PlaceState): CommitTimes {
  const snapshot = decodeSnapshot(stored.bytes, stored.seq);
  if (snapshot === null) throw new Error('the snapshot cannot be read');
  const folded = foldAccepted(snapshot.state, null, state);
  if (!folded.ok) throw new Error(`the snapshot does not fit: ${folded.error}`);
  for (const { map, key } of snapshot.moderated) state.index.moderate(map, key);
  return new CommitTimes(snapshot.logged);
}

/** A state to fold accepted entries into, where nobody writes. */
export function unjudgedState(): PlaceState {
  return {
    index: new StructIndex(),
    clientIds: new ClientIds(),
    check: () => fail('Nothing is written here.'),
    limits: NO_LIMITS,
  };
}
