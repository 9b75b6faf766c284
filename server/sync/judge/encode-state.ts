import * as encoding from 'lib0/encoding';
import { lastAtOrBefore } from './by-clock.ts';
import type { DeleteRange } from './delete-set.ts';
import type { PlaceView } from './place-view.ts';
import { winnerOf } from './spine.ts';
import type { ClientRuns, Run } from './struct-index.ts';
import { type Standpoint, writeDeleted, writeDeleteSet, writeValue } from './write-item.ts';

/** Consecutive units of one client: one that shows, or deleted ones. */
interface Piece {
  readonly clock: number;
  readonly length: number;
  readonly run: Run;
  /** Encoded; null: deleted. */
  readonly value: Uint8Array | null;
}

/** Structs that somebody lacks: by client, from which clock on. */
export type Lacking = ReadonlyMap<number, number>;

/** What a client lacks that knows `known` (by client its next clock) of a place at `states`. */
export function lackingOf(
  states: ReadonlyMap<number, number>,
  known: ReadonlyMap<number, number>,
): Lacking {
  const lacking = new Map<number, number>();
  for (const [client, state] of states) {
    const from = known.get(client) ?? 0;
    if (from < state) lacking.set(client, from);
  }
  return lacking;
}

/** The place's garbage-collected state: an update (Yjs v1 encoding) like `Y.encodeStateAsUpdate`'s. */
export function encodeState(view: PlaceView): Uint8Array {
  return encodeLacking(view, lackingOf(view.stateVector(), new Map()), encodeDeletes(view));
}

/**
 * What brings a client up to date that lacks these structs. `deletes`: all of the place, from `encodeDeletes`, because
 * a state vector does not say which of them are known.
 */
export function encodeLacking(view: PlaceView, lacking: Lacking, deletes: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    writeStructs(encoder, view, lacking);
    encoding.writeUint8Array(encoder, deletes);
  });
}

/** The delete set of the whole place. */
export function encodeDeletes(view: PlaceView): Uint8Array {
  return encoding.encode((encoder) => writeDeleteSet(encoder, deletesOf(view)));
}

function writeStructs(encoder: encoding.Encoder, view: PlaceView, lacking: Lacking): void {
  encoding.writeVarUint(encoder, lacking.size);
  for (const [client, from] of lacking) {
    const pieces = [...piecesOf(view, client, from)];
    encoding.writeVarUint(encoder, pieces.length);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, from);
    for (const piece of pieces) writePiece(encoder, client, piece);
  }
}

function writePiece(
  encoder: encoding.Encoder,
  client: number,
  { clock, length, run, value }: Piece,
): void {
  const standpoint = standpointOf(run, client, clock);
  if (value === null) writeDeleted(encoder, standpoint, length);
  else writeValue(encoder, standpoint, value);
}

/** Where the unit of a run stands. */
function standpointOf(run: Run, client: number, clock: number): Standpoint {
  if (clock > run.clock) return { origin: { client, clock: clock - 1 } };
  if (run.origin !== null) return { origin: run.origin };
  return { origin: null, map: run.slot.map, key: run.slot.key };
}

function* piecesOf(view: PlaceView, client: number, from: number): Generator<Piece> {
  const { runs }: ClientRuns = view.clients.get(client) ?? { runs: [], state: 0 };
  const state = view.state(client);
  for (let at = Math.max(0, lastAtOrBefore(runs, from)); at < runs.length; at += 1) {
    const run = runs[at];
    if (run === undefined || run.clock >= state) return;
    const end = Math.min(runs[at + 1]?.clock ?? state, state);
    yield* piecesOfRun(view, client, run, Math.max(run.clock, from), end);
  }
}

/** At most one unit of a run shows: the winner of its key. */
function* piecesOfRun(
  view: PlaceView,
  client: number,
  run: Run,
  from: number,
  end: number,
): Generator<Piece> {
  const { tip, value } = view.standing(run.slot);
  const winner = value === null || tip === null ? null : winnerOf(tip);
  if (winner === null || winner.client !== client || winner.clock < from || winner.clock >= end)
    return yield { clock: from, length: end - from, run, value: null };
  const { clock } = winner;
  if (clock > from) yield { clock: from, length: clock - from, run, value: null };
  yield { clock, length: 1, run, value };
  if (clock + 1 < end) yield { clock: clock + 1, length: end - clock - 1, run, value: null };
}

/** By client, what is deleted. */
function deletesOf(view: PlaceView): Map<number, DeleteRange[]> {
  const deletes = new Map<number, DeleteRange[]>();
  for (const client of view.clients.keys()) {
    const ranges = deletedOf(view, client);
    if (ranges.length > 0) deletes.set(client, ranges);
  }
  return deletes;
}

function deletedOf(view: PlaceView, client: number): DeleteRange[] {
  const ranges: { clock: number; length: number }[] = [];
  for (const { clock, length, value } of piecesOf(view, client, 0)) {
    if (value !== null) continue;
    const last = ranges.at(-1);
    if (last !== undefined && last.clock + last.length === clock) last.length += length;
    else ranges.push({ clock, length });
  }
  return ranges;
}
