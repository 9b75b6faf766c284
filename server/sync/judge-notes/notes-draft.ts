import { lastAtOrBefore } from '../judge/by-clock.ts';
import type { DeleteRange } from '../judge/delete-set.ts';
import type { Id } from '../judge/id.ts';
import type { NotesItem } from './decode.ts';
import {
  type ClientNotes,
  type Container,
  type NotesIndex,
  type Run,
  type Spot,
  costOf,
  isSameId,
  outside,
} from './notes-index.ts';

/** An item of which the clocks from `run.clock` on are new. */
export interface NovelItem {
  readonly client: number;
  readonly item: NotesItem;
  readonly run: Run;
  /** How many of its units are new. */
  readonly length: number;
}

/** Units that stood, all in one run, and are deleted now. */
export interface NovelDelete {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  readonly run: Run;
}

/** What an update puts into a container. */
interface Arrivals {
  readonly count: number;
  /** The last unit of the latest. */
  readonly last: Id | null;
}

type DraftRuns = Pick<ClientNotes, 'runs' | 'state'>;

/**
 * The index as it would be with one more update, laid over the accepted one without touching
 * it (J21). Items must come after what they need, deletes after all items.
 */
export class NotesDraft {
  readonly novel: NovelItem[] = [];
  readonly deletes: NovelDelete[] = [];
  /** What something of the update takes to be nowhere: it must be deleted, in the end. */
  readonly mustBeDead: Spot[] = [];
  /** How many structs Yjs would walk past at most to find where the new ones stand. */
  steps = 0;
  readonly #index: NotesIndex;
  readonly #version: number;
  readonly #clients = new Map<number, DraftRuns>();
  readonly #deleted = new Set<Container>();
  readonly #arrivals = new Map<Container, Arrivals>();

  constructor(index: NotesIndex) {
    this.#index = index;
    this.#version = index.version;
  }

  get root(): Container {
    return this.#index.root;
  }

  /** The next clock of a client. */
  state(client: number): number {
    return this.#clients.get(client)?.state ?? this.#index.state(client);
  }

  /** The clients that the update adds structs of. */
  clients(): Iterable<number> {
    return this.#clients.keys();
  }

  /** The run that holds a unit whose clock is below `state(client)`. */
  runAt({ client, clock }: Id): Run {
    const accepted = this.#index.state(client) > clock;
    const runs = (accepted ? this.#index.clients : this.#clients).get(client)?.runs ?? [];
    const run = runs[lastAtOrBefore(runs, clock)];
    if (run === undefined) throw new Error(`no struct ${client}:${clock}`);
    return run;
  }

  /** The accepted runs that hold the client's clocks `from` to `end - 1`. */
  acceptedRuns(client: number, from: number, end: number): Run[] {
    return runsWithin(this.#index.clients.get(client), from, end);
  }

  /** Whether nobody can see what stands there, once the whole draft is taken in. */
  isDead(spot: Spot | null): boolean {
    return isDead(spot, this.#deleted);
  }

  /** Takes in what is new of an item that begins at or before the client's state. */
  add(client: number, item: NotesItem, spot: Spot | null): void {
    const clock = this.state(client);
    const length = item.clock + item.length - clock;
    const run = runOf(item, spot, { client, clock });
    const runs = this.#clients.get(client) ?? { runs: [], state: 0 };
    runs.runs.push(run);
    runs.state = clock + length;
    this.#clients.set(client, runs);
    this.novel.push({ client, item, run, length });
    if (spot !== null) this.#arrive(spot, client, run, length);
  }

  /** Deletes what stands among the client's clocks `from` to `end - 1`. */
  delete(client: number, from: number, end: number): void {
    const accepted = this.#index.clients.get(client);
    for (const { clock, length } of outside(accepted?.deleted ?? [], from, end)) {
      this.#deleteIn(accepted, client, clock, clock + length);
      this.#deleteIn(this.#clients.get(client), client, clock, clock + length);
    }
  }

  /** How much larger the place's state would be. */
  bytes(): number {
    let bytes = 0;
    for (const [client, { runs }] of this.#clients)
      for (const [at, run] of runs.entries()) {
        const last = at === 0 ? this.#index.clients.get(client)?.runs.at(-1) : runs[at - 1];
        bytes += run.bytes + costOf(run, last, client);
      }
    for (const removed of this.deletes) bytes -= this.#share(removed);
    return bytes;
  }

  /** Makes the index what this draft says. Throws when the index has moved on since. */
  fold(): void {
    if (this.#index.version !== this.#version) throw new Error('folding a stale draft');
    this.#index.version += 1;
    this.#index.bytes += this.bytes();
    for (const [client, { runs, state }] of this.#clients) this.#index.append(client, runs, state);
    for (const [client, ranges] of this.#deletedRanges()) this.#index.markDeleted(client, ranges);
    for (const container of this.#deleted) container.deleted = true;
    for (const [container, { count }] of this.#arrivals) container.size += count;
    for (const { run } of this.deletes) if (run.spot !== null) run.spot.container.size += 1;
  }

  /**
   * Yjs walks right from a struct's left neighbour, as long as what it meets was put behind that neighbour or behind
   * something it met: behind the latest arrival there is nothing such.
   */
  #arrive({ container }: Spot, client: number, { clock, origin }: Run, length: number): void {
    const { count, last } = this.#arrivals.get(container) ?? { count: 0, last: null };
    if (last === null || !isSameId(last, origin)) this.steps += container.size + count;
    this.#arrivals.set(container, {
      count: count + 1,
      last: { client, clock: clock + length - 1 },
    });
  }

  #deleteIn(runs: DraftRuns | undefined, client: number, from: number, end: number): void {
    if (runs === undefined) return;
    for (const run of runsWithin(runs, from, end)) {
      // What stands in something deleted before was deleted with it.
      if (run.kind === 'deleted' || run.kind === 'garbage' || isDead(run.spot)) continue;
      const clock = Math.max(from, run.clock);
      const length = Math.min(end, endOf(runs, run)) - clock;
      this.deletes.push({ client, clock, length, run });
      // In a text Yjs tidies formatting from there to the next words that stand, both ways.
      const { container } = run.spot ?? {};
      if (container?.name === 'text') this.steps += container.size;
      if (run.made !== null) this.#deleted.add(run.made);
    }
  }

  #share({ client, length, run }: NovelDelete): number {
    const accepted = this.#index.state(client) > run.clock;
    const runs = (accepted ? this.#index.clients : this.#clients).get(client);
    const units = runs === undefined ? length : endOf(runs, run) - run.clock;
    return Math.floor((run.bytes * length) / units);
  }

  #deletedRanges(): Map<number, DeleteRange[]> {
    const ranges = new Map<number, DeleteRange[]>();
    for (const { client, clock, length } of this.deletes) {
      const all = ranges.get(client) ?? [];
      all.push({ clock, length });
      ranges.set(client, all);
    }
    return ranges;
  }
}

/** The part of an item that begins at `unit`, as a run; garbage where it stands nowhere. */
function runOf(item: NotesItem, spot: Spot | null, unit: Id): Run {
  const { clock, client } = unit;
  const { content, rightOrigin } = item;
  const origin = item.clock < clock ? { client, clock: clock - 1 } : item.origin;
  if (spot === null)
    return { clock, origin, rightOrigin, spot, kind: 'garbage', bytes: 0, made: null };
  const novel = item.clock + item.length - clock;
  const bytes = Math.ceil((content.bytes * novel) / item.length);
  const made = content.kind === 'node' ? containerIn(spot.container, content.name) : null;
  return { clock, origin, rightOrigin, spot, kind: content.kind, bytes, made };
}

function containerIn(parent: Container, name: string): Container {
  return { name, parent, depth: parent.depth + 1, deleted: false, size: 0 };
}

/** `also`: containers to be taken for deleted. */
function isDead(spot: Spot | null, also?: ReadonlySet<Container>): boolean {
  if (spot === null) return true;
  for (let at: Container | null = spot.container; at !== null; at = at.parent)
    if (at.deleted || also?.has(at) === true) return true;
  return false;
}

function endOf({ runs, state }: DraftRuns, run: Run): number {
  return runs[lastAtOrBefore(runs, run.clock) + 1]?.clock ?? state;
}

function runsWithin(client: DraftRuns | undefined, from: number, end: number): Run[] {
  const found: Run[] = [];
  const runs = client?.runs ?? [];
  if (from >= (client?.state ?? 0)) return found;
  for (let at = Math.max(0, lastAtOrBefore(runs, from)); at < runs.length; at += 1) {
    const run = runs[at];
    if (run === undefined || run.clock >= end) break;
    found.push(run);
  }
  return found;
}
