import { lastAtOrBefore } from '../judge/by-clock.ts';
import type { DeleteRange } from '../judge/delete-set.ts';
import type { Id } from '../judge/id.ts';
import { RUN_BYTES } from '../judge/struct-index.ts';
import type { Content } from './decode.ts';

/** A node, or a run of text, that structs stand in. */
export interface Container {
  /** A node's name, `text`, or `doc` for the root. */
  readonly name: string;
  readonly parent: Container | null;
  /** 0 for the root. */
  readonly depth: number;
  deleted: boolean;
  /** Runs that stand in it, and deletes among them: how many structs Yjs has there, within a factor of three. */
  size: number;
}

/** Among the children of a container, or the values of one of its attributes. */
export interface Spot {
  readonly container: Container;
  readonly attribute: string | null;
}

/**
 * Consecutive units of one client, of one kind and in one spot, each the next one's origin, all
 * with one right origin. `spot` is null for garbage and for what stands beside it: nobody can
 * ever see that.
 */
export interface Run {
  readonly clock: number;
  readonly origin: Id | null;
  readonly rightOrigin: Id | null;
  readonly spot: Spot | null;
  readonly kind: Content['kind'];
  /** What the run's content takes, standing or not. */
  bytes: number;
  /** The container that a node makes; null when it was sent as deleted, or stands nowhere. */
  readonly made: Container | null;
}

/** A run ends where the next one begins, the last one at `state`. `deleted`: ascending, disjoint. */
export interface ClientNotes {
  readonly runs: Run[];
  state: number;
  deleted: DeleteRange[];
}

/**
 * What the accepted updates of a notes place amount to: for every unit the container it stands
 * in and its neighbours, and what is deleted. No order and no text: enough to tell where a
 * struct would stand and whether it may. Changed only by folding a draft.
 */
export class NotesIndex {
  /** Goes up with every fold; a draft made before is stale. */
  version = 0;
  /** The place's garbage-collected state, estimated. */
  bytes = 0;
  readonly root: Container = {
    name: 'doc',
    parent: null,
    depth: 0,
    deleted: false,
    size: 0,
  };
  readonly clients = new Map<number, ClientNotes>();

  /** The next clock of a client, 0 for one never seen. */
  state(client: number): number {
    return this.clients.get(client)?.state ?? 0;
  }

  stateVector(): Map<number, number> {
    return new Map(Array.from(this.clients, ([client, { state }]) => [client, state]));
  }

  append(client: number, runs: readonly Run[], state: number): void {
    const known = this.clients.get(client) ?? { runs: [], state: 0, deleted: [] };
    this.clients.set(client, known);
    for (const run of runs) {
      const last = known.runs.at(-1);
      if (last !== undefined && continues(last, run, client)) last.bytes += run.bytes;
      else known.runs.push(run);
    }
    known.state = state;
  }

  /** `ranges`: ascending, and not deleted yet. */
  markDeleted(client: number, ranges: readonly DeleteRange[]): void {
    const known = this.clients.get(client);
    if (known === undefined) throw new Error(`no structs of ${client}`);
    known.deleted = united(known.deleted, ranges);
  }
}

/** Whether a run only makes the one before it longer. */
function continues(last: Run, run: Run, client: number): boolean {
  if (last.kind !== run.kind || run.kind === 'node' || !isSameSpot(last.spot, run.spot))
    return false;
  if (run.kind === 'garbage') return true;
  const follows = run.origin?.client === client && run.origin.clock === run.clock - 1;
  return follows && isSameId(last.rightOrigin, run.rightOrigin);
}

/** What a run adds to the state, its content aside. */
export function costOf(run: Run, last: Run | undefined, client: number): number {
  return last !== undefined && continues(last, run, client) ? 0 : RUN_BYTES;
}

export function isSameSpot(a: Spot | null, b: Spot | null): boolean {
  return a?.container === b?.container && a?.attribute === b?.attribute;
}

export function isSameId(a: Id | null, b: Id | null): boolean {
  return a?.client === b?.client && a?.clock === b?.clock;
}

/** So many ranges are sorted in at once; fewer are put in one by one. */
const MANY = 32;

function united(known: DeleteRange[], more: readonly DeleteRange[]): DeleteRange[] {
  if (more.length < MANY) {
    for (const range of more) insertRange(known, range);
    return known;
  }
  const all: DeleteRange[] = [];
  for (const range of [...known, ...more].sort((a, b) => a.clock - b.clock)) pushRange(all, range);
  return all;
}

function insertRange(ranges: DeleteRange[], range: DeleteRange): void {
  const at = lastAtOrBefore(ranges, range.clock);
  const around = [...ranges.slice(Math.max(0, at), at + 1), range, ...ranges.slice(at + 1, at + 2)];
  const joined: DeleteRange[] = [];
  for (const one of around) pushRange(joined, one);
  ranges.splice(Math.max(0, at), around.length - 1, ...joined);
}

function pushRange(ranges: DeleteRange[], { clock, length }: DeleteRange): void {
  const last = ranges.at(-1);
  if (last === undefined || last.clock + last.length < clock) ranges.push({ clock, length });
  else ranges[ranges.length - 1] = { clock: last.clock, length: last.length + length };
}

/** The parts of `from` to `end - 1` that are not in `ranges` (ascending, disjoint). */
export function* outside(
  ranges: readonly DeleteRange[],
  from: number,
  end: number,
): Generator<DeleteRange> {
  let clock = from;
  for (let at = Math.max(0, lastAtOrBefore(ranges, from)); clock < end; at += 1) {
    const range = ranges[at];
    const next = range === undefined ? end : Math.min(end, Math.max(clock, range.clock));
    if (next > clock) yield { clock, length: next - clock };
    clock = range === undefined ? end : Math.max(clock, range.clock + range.length);
  }
}
