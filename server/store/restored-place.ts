import { type Result, fail, ok } from '#lib/result.ts';
import { CommitTimes } from '../sync/commit-times.ts';
import type { DurableUpdate } from '../sync/durable-place.ts';
import { ClientIds } from '../sync/judge/client-ids.ts';
import { NO_LIMITS, type PlaceState } from '../sync/judge/place-state.ts';
import { StructIndex } from '../sync/judge/struct-index.ts';
import { NotesIndex } from '../sync/judge-notes/notes-index.ts';
import { JudgedNotes } from '../sync/judged-notes.ts';
import type { JudgedPlace } from '../sync/judged-place.ts';
import { JudgedRecords } from '../sync/judged-records.ts';
import { replay } from '../sync/replay.ts';
import type { LogEntry, StoredPlace, StoredSnapshot } from './log.ts';
import { type Snapshot, decodeSnapshot } from './snapshot.ts';

/** What a place was loaded from and what only the log tells. */
export interface Restored {
  times: CommitTimes;
  /** The snapshot's state and the entries after it, in order: together, all there is. */
  updates: readonly Uint8Array[];
  /** The garbage-collected state of it all, where a snapshot is all there is. */
  whole: Uint8Array | null;
}

/**
 * Folds what is stored of a place into `judged`, which must be empty, and hands on each entry of the tail with
 * its effects. Fails where the snapshot cannot be read or does not fit the log: the whole log serves then, into
 * another empty state. Throws when there is no snapshot to blame.
 */
export function restorePlace(
  { snapshot, entries, erased }: StoredPlace,
  judged: JudgedPlace,
  handOn: (entry: LogEntry, durable: DurableUpdate) => void = () => {},
): Result<Restored> {
  try {
    const base = snapshot === null ? null : foldSnapshot(snapshot, judged);
    const times = new CommitTimes(base?.logged);
    replay(entries, judged, (entry, durable) => {
      times.note(durable.effects, durable.at);
      handOn(entry, durable);
    });
    for (const { map, key } of erased) judged.moderate(map, key);
    const tail = entries.map(({ update }) => update);
    if (base === null) return ok({ times, updates: tail, whole: null });
    const whole = tail.length === 0 ? base.state : null;
    return ok({ times, updates: [base.state, ...tail], whole });
  } catch (error) {
    if (snapshot === null) throw error;
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function foldSnapshot(stored: StoredSnapshot, judged: JudgedPlace): Snapshot {
  const snapshot = decodeSnapshot(stored.bytes, stored.seq);
  if (snapshot === null) throw new Error('the snapshot cannot be read');
  const folded = judged.foldAccepted(snapshot.state, null);
  if (!folded.ok) throw new Error(`the snapshot does not fit: ${folded.error}`);
  for (const { map, key } of snapshot.moderated) judged.moderate(map, key);
  return snapshot;
}

/** To fold the accepted entries of a place into, by its name, where nobody writes. */
export function unjudgedPlace(name: string): JudgedPlace {
  const { clientIds, limits } = unjudgedState();
  return name === 'notes'
    ? new JudgedNotes({ index: new NotesIndex(), clientIds, limits })
    : new JudgedRecords(unjudgedState());
}

/** Of a place of records. */
export function unjudgedState(): PlaceState {
  return {
    index: new StructIndex(),
    clientIds: new ClientIds(),
    check: () => fail('Nothing is written here.'),
    limits: NO_LIMITS,
  };
}
