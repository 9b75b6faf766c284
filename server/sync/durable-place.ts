import * as Y from 'yjs';
import { type AnyRecord, RECORD_MAPS, type RecordMap } from '#lib/annotation/record.ts';
import type { LoggedRecord } from '#lib/protocol/http.ts';
import type { Effect } from './judge/judge.ts';
import { step2Frame } from './outgoing.ts';

/** An update that is in the log: the only thing that others may see the effect of. */
export interface DurableUpdate {
  update: Uint8Array;
  /** Commit time, milliseconds since the epoch. */
  at: number;
  effects: readonly Effect[];
}

export interface StateAnswer {
  frame: Buffer;
  /** More than half of the place, or long: not to be asked for again and again. */
  costly: boolean;
}

/** Updates are taken into the document together, before the next look at it. */
const UPDATES_UNTIL_TAKEN_IN = 500;

const LONG_ANSWER = 65_536;

/**
 * What a place shows: a garbage-collected document fed with judged and durable updates only. Everything
 * that leaves the server about a place, besides the updates themselves, comes from here.
 */
export class DurablePlace {
  readonly #name: string;
  readonly #doc = new Y.Doc();
  readonly #loggedAt = new Map<RecordMap, Map<string, number>>();
  #waiting: Uint8Array[] = [];
  #wholeAnswer: Buffer | null = null;
  #records: LoggedRecord[] | null = null;

  /** `name`: the place's, as records are to say it. */
  constructor(name: string) {
    this.#name = name;
  }

  add({ update, at, effects }: DurableUpdate): void {
    this.#waiting.push(update);
    this.#wholeAnswer = null;
    this.#records = null;
    for (const effect of effects) this.#noteTime(effect, at);
    if (this.#waiting.length >= UPDATES_UNTIL_TAKEN_IN) this.#takeIn();
  }

  stateVector(): Uint8Array {
    this.#takeIn();
    return Y.encodeStateVector(this.#doc);
  }

  /** The whole state, garbage-collected (Yjs v1 encoding). */
  state(): Uint8Array {
    this.#takeIn();
    return Y.encodeStateAsUpdate(this.#doc);
  }

  /** A framed step 2 for a client that has what `known` says, by client id the next clock. */
  answer(known: ReadonlyMap<number, number>): StateAnswer {
    this.#takeIn();
    const { total, shared } = this.#overlap(known);
    const frame = shared === 0 ? this.#whole() : this.#difference(known);
    return { frame, costly: total > 2 * shared || frame.length > LONG_ANSWER };
  }

  /** The records that stand in the place, each with the commit time of the entry that set it. */
  records(): LoggedRecord[] {
    this.#takeIn();
    this.#records ??= RECORD_MAPS.flatMap((map) => this.#recordsOf(map));
    return this.#records;
  }

  #recordsOf(map: RecordMap): LoggedRecord[] {
    const times = this.#loggedAt.get(map);
    return Array.from(this.#doc.getMap<AnyRecord>(map).entries(), ([key, record]) => {
      const at = times?.get(key);
      if (at === undefined) throw new Error(`no entry of the log set ${map} ${key}`);
      return { map, place: this.#name, logged: new Date(at).toISOString(), record };
    });
  }

  #noteTime({ map, key, after }: Effect, at: number): void {
    const times = this.#loggedAt.get(map) ?? new Map<string, number>();
    this.#loggedAt.set(map, times);
    if (after === null) times.delete(key);
    else times.set(key, at);
  }

  #takeIn(): void {
    const updates = this.#waiting;
    if (updates.length === 0) return;
    this.#waiting = [];
    this.#doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.#doc, update);
    });
  }

  #whole(): Buffer {
    this.#wholeAnswer ??= step2Frame(Y.encodeStateAsUpdate(this.#doc));
    return this.#wholeAnswer;
  }

  #difference(known: ReadonlyMap<number, number>): Buffer {
    const stateVector = Y.encodeStateVector(new Map(known));
    return step2Frame(Y.encodeStateAsUpdate(this.#doc, stateVector));
  }

  /** Clocks in the place, and how many of them the client has. */
  #overlap(known: ReadonlyMap<number, number>): { total: number; shared: number } {
    let total = 0;
    let shared = 0;
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(this.#doc))) {
      total += clock;
      shared += Math.min(clock, known.get(client) ?? 0);
    }
    return { total, shared };
  }
}
