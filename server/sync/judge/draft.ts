import { lastAtOrBefore } from './by-clock.ts';
import type { Item, Place } from './decode.ts';
import type { Id } from './id.ts';
import type { Before, Stood } from './place-view.ts';
import { type Tip, winsWithin, withUnits } from './spine.ts';
import {
  type ClientRuns,
  RUN_BYTES,
  type Run,
  type Slot,
  type StructIndex,
  runAt,
} from './struct-index.ts';

/** What a slot would become. */
export interface DraftSlot {
  readonly slot: Slot;
  tip: Tip | null;
  /** The value that would stand; 'kept' is the accepted one, or its absence. */
  value: Uint8Array | null | 'kept';
  /** The update puts units here, visible or not. */
  written: boolean;
}

/** An item of which the clocks from `from` on are new. */
export interface NovelItem {
  readonly client: number;
  readonly from: number;
  readonly item: Item;
  readonly slot: Slot;
}

/**
 * The index as it would be with one more update, laid over the accepted one without touching
 * it (J21). Items must come after what they depend on, deletes after all items.
 */
export class Draft {
  readonly novel: NovelItem[] = [];
  readonly slots = new Map<Slot, DraftSlot>();
  readonly #index: StructIndex;
  readonly #version: number;
  readonly #clients = new Map<number, ClientRuns>();
  readonly #newSlots = new Map<string, Slot>();

  constructor(index: StructIndex) {
    this.#index = index;
    this.#version = index.version;
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
  runAt(client: number, clock: number): Run {
    const accepted = this.#index.clients.get(client);
    const run = runAt(accepted, clock) ?? runAt(this.#clients.get(client), clock);
    const found = run ?? accepted?.runs.at(-1);
    if (found === undefined) throw new Error(`no struct ${client}:${clock}`);
    return found;
  }

  /** Takes in what is new of an item that begins at or before the client's state. */
  add(client: number, item: Item): void {
    const from = this.state(client);
    const origin = item.clock < from ? { client, clock: from - 1 } : item.origin;
    const originRun = origin === null ? null : this.runAt(origin.client, origin.clock);
    const slot = originRun?.slot ?? this.#slotFor(item.place);
    const depth = originRun === null ? 0 : depthIn(originRun, origin);
    this.#extend(client, { clock: from, origin, depth: depth + 1, slot }, item.clock + item.length);
    this.novel.push({ client, from, item, slot });
    this.#write(slot, { client, clock: from }, item, origin, depth);
  }

  /** Deletes what stands among the client's clocks `from` to `end - 1`. */
  delete(client: number, from: number, end: number): void {
    this.#clearIn(this.#index.clients.get(client)?.runs ?? [], client, from, end);
    this.#clearIn(this.#clients.get(client)?.runs ?? [], client, from, end);
  }

  /** How much larger the place's state would be. */
  bytes(): number {
    let bytes = 0;
    for (const { runs } of this.#clients.values()) bytes += runs.length * RUN_BYTES;
    for (const slot of this.#newSlots.values()) bytes += slot.key.length;
    for (const { slot, value } of this.slots.values())
      if (value !== 'kept') bytes += (value?.length ?? 0) - (slot.value?.length ?? 0);
    return bytes;
  }

  /**
   * Makes the index what this draft says; gives what was there before. Throws when the index has moved on
   * since.
   */
  fold(): Before {
    if (this.#index.version !== this.#version) throw new Error('folding a stale draft');
    const before = this.#before();
    this.#index.version += 1;
    for (const [client, runs] of this.#clients) this.#index.append(client, runs);
    for (const slot of this.#newSlots.values()) this.#index.addSlot(slot);
    for (const { slot, tip, value } of this.slots.values()) {
      slot.tip = tip;
      // A copy: a view would keep the whole update in memory.
      if (value !== 'kept')
        this.#index.setValue(slot, value === null ? null : new Uint8Array(value));
    }
    return before;
  }

  #before(): Before {
    const clients = new Map<number, number>();
    for (const client of this.#clients.keys()) clients.set(client, this.#index.state(client));
    const slots = new Map<Slot, Stood>();
    for (const slot of this.slots.keys()) slots.set(slot, { tip: slot.tip, value: slot.value });
    return { clients, slots };
  }

  #slotFor(place: Place | null): Slot {
    if (place === null) throw new Error('an item without origin and place');
    const { map, key, owner } = place;
    const known = this.#index.slot(map, key) ?? this.#newSlots.get(`${map} ${key}`);
    if (known !== undefined) return known;
    const slot: Slot = { map, key, owner, tip: null, value: null, moderated: false };
    this.#newSlots.set(`${map} ${key}`, slot);
    return slot;
  }

  #extend(client: number, run: Run, state: number): void {
    const runs = this.#clients.get(client) ?? { runs: [], state: 0 };
    this.#clients.set(client, runs);
    const { origin } = run;
    const continues = origin !== null && origin.client === client && origin.clock === run.clock - 1;
    if (!continues) runs.runs.push(run);
    runs.state = state;
  }

  #write(slot: Slot, unit: Id, item: Item, origin: Id | null, depth: number): void {
    const drafted = this.#draftOf(slot);
    const length = item.clock + item.length - unit.clock;
    const tip = withUnits(drafted.tip, unit, length, origin, depth);
    drafted.written = true;
    if (tip === drafted.tip) return;
    drafted.tip = tip;
    drafted.value = item.value;
  }

  #clearIn(runs: readonly Run[], client: number, from: number, end: number): void {
    for (let at = Math.max(0, lastAtOrBefore(runs, from)); at < runs.length; at += 1) {
      const run = runs[at];
      if (run === undefined || run.clock >= end) return;
      this.#clear(run.slot, client, from, end);
    }
  }

  #clear(slot: Slot, client: number, from: number, end: number): void {
    const { tip, value } = this.slots.get(slot) ?? { tip: slot.tip, value: 'kept' };
    const stands = value === 'kept' ? slot.value !== null : value !== null;
    if (stands && tip !== null && winsWithin(tip, client, from, end))
      this.#draftOf(slot).value = null;
  }

  #draftOf(slot: Slot): DraftSlot {
    const known = this.slots.get(slot);
    if (known !== undefined) return known;
    const drafted: DraftSlot = { slot, tip: slot.tip, value: 'kept', written: false };
    this.slots.set(slot, drafted);
    return drafted;
  }
}

function depthIn(run: Run, unit: Id | null): number {
  return run.depth + (unit === null ? 0 : unit.clock - run.clock);
}
