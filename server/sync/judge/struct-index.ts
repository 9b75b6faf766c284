import type { AnyRecord, RecordMap } from '#lib/annotation/record.ts';
import { lastAtOrBefore } from './by-clock.ts';
import { decodeValue } from './plain-value.ts';
import type { Id } from './id.ts';
import type { Tip } from './spine.ts';

/** One key of a root map, all that was ever written under it included. */
export interface Slot {
  readonly map: RecordMap;
  readonly key: string;
  readonly owner: string;
  /** Null until something is folded in. */
  tip: Tip | null;
  /** The winner's encoded value; null when it is deleted. Everything else is deleted always. */
  value: Uint8Array | null;
  /** Taken away by somebody who is not the owner: nothing may stand here again (J23). */
  moderated: boolean;
}

/** Consecutive units of one client in one slot, each the next one's origin. */
export interface Run {
  readonly clock: number;
  readonly origin: Id | null;
  /** How many origins lie before the first unit, itself included. */
  readonly depth: number;
  readonly slot: Slot;
}

/** A run ends where the next one begins, the last one at `state`. */
export interface ClientRuns {
  readonly runs: Run[];
  state: number;
}

/** A record that stands in the place. */
export interface StandingRecord {
  readonly map: RecordMap;
  readonly key: string;
  readonly owner: string;
  readonly value: AnyRecord;
}

/** What a run costs in a garbage-collected state, about: ids, lengths, delete range. */
export const RUN_BYTES = 24;

/**
 * What the accepted updates of one place amount to: for every struct its key, for every key
 * its owner, its winning value and the path of origins that leads there. Answers for a Y.Doc
 * at a fraction of its size and can be asked about an update without taking it in. Which
 * units are deleted need not be kept: all but the winner of each key are, and the winner is
 * when its slot has no value. A garbage-collected state keeps every origin of a flat map,
 * so an index built from it judges like one built from the whole log.
 *
 * Changed only by folding a draft.
 */
export class StructIndex {
  /** Goes up with every fold; a draft made before is stale. */
  version = 0;
  /** The place's garbage-collected state, estimated. */
  bytes = 0;
  readonly clients = new Map<number, ClientRuns>();
  readonly #slots = new Map<RecordMap, Map<string, Slot>>();
  readonly #records = new Map<string, number>();

  /** The next clock of a client, 0 for one never seen. */
  state(client: number): number {
    return this.clients.get(client)?.state ?? 0;
  }

  stateVector(): Map<number, number> {
    return new Map(Array.from(this.clients, ([client, { state }]) => [client, state]));
  }

  slot(map: RecordMap, key: string): Slot | undefined {
    return this.#slots.get(map)?.get(key);
  }

  /** The record that stands under the key; null when none does. */
  record(map: RecordMap, key: string): AnyRecord | null {
    const value = this.slot(map, key)?.value ?? null;
    return value === null ? null : recordFrom(value);
  }

  *slots(): Generator<Slot> {
    for (const slots of this.#slots.values()) yield* slots.values();
  }

  *records(): Generator<StandingRecord> {
    for (const { map, key, owner, value } of this.slots())
      if (value !== null) yield { map, key, owner, value: recordFrom(value) };
  }

  /** How many records of this owner stand in the place. */
  countOf(owner: string): number {
    return this.#records.get(owner) ?? 0;
  }

  /** The keys nothing may stand under again: kept beside a snapshot, which cannot tell. */
  *moderated(): Generator<{ readonly map: RecordMap; readonly key: string }> {
    for (const { map, key, moderated } of this.slots()) if (moderated) yield { map, key };
  }

  append(client: number, { runs, state }: ClientRuns): void {
    const known = this.clients.get(client);
    if (known === undefined) this.clients.set(client, { runs, state });
    else {
      for (const run of runs) known.runs.push(run);
      known.state = state;
    }
    this.bytes += runs.length * RUN_BYTES;
  }

  addSlot(slot: Slot): void {
    const slots = this.#slots.get(slot.map) ?? new Map<string, Slot>();
    slots.set(slot.key, slot);
    this.#slots.set(slot.map, slots);
    this.bytes += slot.key.length;
  }

  /** From now on nothing may stand under the key, which must have been written once. */
  moderate(map: RecordMap, key: string): void {
    const slot = this.slot(map, key);
    if (slot === undefined) throw new Error(`nothing was ever written under ${map} ${key}`);
    slot.moderated = true;
  }

  setValue(slot: Slot, value: Uint8Array | null): void {
    const more = Number(value !== null) - Number(slot.value !== null);
    this.#records.set(slot.owner, this.countOf(slot.owner) + more);
    this.bytes += (value?.length ?? 0) - (slot.value?.length ?? 0);
    slot.value = value;
  }
}

/** The run that holds the unit; undefined when the client has not come so far. */
export function runAt(client: ClientRuns | undefined, clock: number): Run | undefined {
  if (client === undefined || clock >= client.state) return undefined;
  return client.runs[lastAtOrBefore(client.runs, clock)];
}

export function recordFrom(value: Uint8Array): AnyRecord {
  // Nothing is folded in that did not pass the place's check.
  return decodeValue(value) as AnyRecord;
}
