import type { Tip } from './spine.ts';
import {
  type ClientRuns,
  type Slot,
  type StandingRecord,
  type StructIndex,
  recordFrom,
} from './struct-index.ts';

/** What stands, or stood, under a key. */
export interface Stood {
  readonly tip: Tip | null;
  readonly value: Uint8Array | null;
}

/** What was there before an update was folded in, of all that it changed: enough to look past it. */
export interface Before {
  /** By client its next clock. */
  readonly clients: ReadonlyMap<number, number>;
  readonly slots: ReadonlyMap<Slot, Stood>;
}

/**
 * A place as its index had it before the latest updates: the judge's index runs ahead of the log, and what
 * leaves the server must not. Good until the next fold.
 */
export class PlaceView {
  readonly #index: StructIndex;
  readonly #clients = new Map<number, number>();
  readonly #slots = new Map<Slot, Stood>();

  /** `past`: what to look past, oldest first. */
  constructor(index: StructIndex, past: readonly Before[] = []) {
    this.#index = index;
    for (const { clients, slots } of past) {
      for (const [client, state] of clients) addFirst(this.#clients, client, state);
      for (const [slot, stood] of slots) addFirst(this.#slots, slot, stood);
    }
  }

  get clients(): ReadonlyMap<number, ClientRuns> {
    return this.#index.clients;
  }

  /** The next clock of a client, 0 for one never seen. */
  state(client: number): number {
    return this.#clients.get(client) ?? this.#index.state(client);
  }

  stateVector(): Map<number, number> {
    const known = Array.from(
      this.clients.keys(),
      (client) => [client, this.state(client)] as const,
    );
    return new Map(known.filter(([, state]) => state > 0));
  }

  standing(slot: Slot): Stood {
    return this.#slots.get(slot) ?? slot;
  }

  *records(): Generator<StandingRecord> {
    for (const slot of this.#index.slots()) {
      const { value } = this.standing(slot);
      const { map, key, owner } = slot;
      if (value !== null) yield { map, key, owner, value: recordFrom(value) };
    }
  }
}

function addFirst<K, V>(map: Map<K, V>, key: K, value: V): void {
  if (!map.has(key)) map.set(key, value);
}
