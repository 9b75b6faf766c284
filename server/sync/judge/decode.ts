import { ownerOfKey } from '#lib/annotation/record-key.ts';
import { type RecordMap, isRecordMap } from '#lib/annotation/record.ts';
import { type Result, fail, ok } from '#lib/result.ts';
import { Cursor, type Problem } from './cursor.ts';
import { type DeleteRange, readDeleteSet } from './delete-set.ts';
import { type Id, MAX_CLOCK } from './id.ts';
import { type PlainValue, readPlainValue } from './plain-value.ts';

/** Where a struct without origin says it stands. */
export interface Place {
  readonly map: RecordMap;
  readonly key: string;
  readonly owner: string;
}

/** A value and its encoding (lib0 "any"), a view into the update. */
export interface EncodedValue {
  readonly value: PlainValue;
  readonly bytes: Uint8Array;
}

interface ItemBase {
  readonly clock: number;
  readonly length: number;
  /** Of the last unit, the only one that can ever show; null for content sent as deleted. */
  readonly value: EncodedValue | null;
}

/** A Yjs Item of a flat map: it has an origin, or else says where it stands. */
export type Item = ItemBase &
  (
    | { readonly origin: Id; readonly place: null }
    | { readonly origin: null; readonly place: Place }
  );

/** The structs of one client, by ascending clock, gaps where the update skips. */
export interface Block {
  readonly client: number;
  readonly items: readonly Item[];
}

export interface DecodedUpdate {
  readonly blocks: readonly Block[];
  /** Per client, ascending and disjoint. */
  readonly deletes: ReadonlyMap<number, readonly DeleteRange[]>;
}

/** `map` and `key` are those of the struct that does not fit, where it says them. */
export interface DecodeProblem extends Problem {
  readonly map: string | null;
  readonly key: string | null;
}

const GC = 0;
const DELETED = 1;
const ANY = 8;
const SKIP = 10;
const KIND = 0x1f;
const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;
const HAS_PARENT_SUB = 0x20;

/**
 * Reads an update (Yjs v1 encoding) as far as records places speak it: plain values and
 * deleted content in flat root maps. Everything that can be said about an update without
 * knowing the place is said here (J3, J5 to J9, J11, J12, J18), and about known structs too,
 * because a client decodes those as well. Yjs's own `decodeUpdate` will not do: it throws,
 * sees neither a client's second block nor bytes behind the end, turns `__proto__` into a
 * prototype, and fills memory for counts that no bytes follow.
 */
export function decode(update: Uint8Array): Result<DecodedUpdate, DecodeProblem> {
  const cursor = new Cursor(update);
  const reader = new UpdateReader(cursor);
  const blocks = reader.blocks();
  const deletes = readDeleteSet(cursor);
  if (cursor.left > 0) cursor.fail('The message goes on behind its end.');
  if (cursor.problem === null) return ok({ blocks, deletes });
  return fail({ ...cursor.problem, map: reader.map, key: reader.key });
}

class UpdateReader {
  /** Where the struct being read says it stands: for the refusal. */
  map: string | null = null;
  key: string | null = null;
  readonly #cursor: Cursor;

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
  }

  blocks(): Block[] {
    const blocks: Block[] = [];
    const clients = new Set<number>();
    const count = this.#cursor.count(4);
    for (let read = 0; read < count && this.#cursor.problem === null; read += 1) {
      const block = this.#block();
      if (clients.has(block.client)) this.#cursor.fail('The message names a client twice.');
      clients.add(block.client);
      blocks.push(block);
    }
    return blocks;
  }

  #block(): Block {
    const cursor = this.#cursor;
    const count = cursor.count(2);
    if (count === 0) cursor.fail('The message names a client without anything of theirs.');
    const client = cursor.varUint();
    const items: Item[] = [];
    let clock = cursor.varUint();
    for (let read = 0; read < count && cursor.problem === null; read += 1)
      clock += this.#struct({ client, clock }, items);
    return { client, items };
  }

  /** Reads a struct; an item is added to `items`. Returns the length. */
  #struct(id: Id, items: Item[]): number {
    const cursor = this.#cursor;
    this.map = null;
    this.key = null;
    const info = cursor.byte();
    // Skips stand for what an outbox or another tab did not have. Yjs passes over them,
    // and a struct behind one is found to have a gap before it (J4).
    if (info === SKIP) return this.#length(id.clock, cursor.varUint());
    if ((info & KIND) === GC)
      cursor.fail('This program sends records in a form that is not taken.', 'J7');
    const item = this.#item(id, info);
    if (item === null) return 0;
    items.push(item);
    return item.length;
  }

  #item({ client, clock }: Id, info: number): Item | null {
    const cursor = this.#cursor;
    if ((info & HAS_RIGHT_ORIGIN) !== 0)
      cursor.fail('This program writes into a list where a map is expected.', 'J9');
    const origin = (info & HAS_ORIGIN) === 0 ? null : this.#id();
    // Yjs throws on it, in every client.
    if (origin?.client === client && origin.clock >= clock)
      cursor.fail('The message builds on what comes after it.', 'J12');
    const place = origin === null ? this.#place((info & HAS_PARENT_SUB) !== 0) : null;
    const content = this.#content(info & KIND);
    const length = this.#length(clock, content.length);
    if (cursor.problem !== null) return null;
    if (origin !== null) return { clock, length, value: content.value, origin, place: null };
    return place === null ? null : { clock, length, value: content.value, origin, place };
  }

  #id(): Id {
    return { client: this.#cursor.varUint(), clock: this.#cursor.varUint() };
  }

  #place(hasKey: boolean): Place | null {
    const cursor = this.#cursor;
    const isRoot = cursor.varUint() === 1;
    if (!isRoot) cursor.fail('Records hold no shared types: write each one whole.', 'J11');
    const map = (this.map = cursor.text());
    const key = (this.key = hasKey ? cursor.text() : null);
    if (!isRecordMap(map)) cursor.fail(`There is no “${map}” in this place.`, 'J11');
    const owner = key === null ? null : ownerOfKey(key);
    if (owner === null) cursor.fail('The record’s key is not <owner>/<id>.', 'J11');
    return isRecordMap(map) && key !== null && owner !== null ? { map, key, owner } : null;
  }

  #content(kind: number): { length: number; value: EncodedValue | null } {
    if (kind === DELETED) return { length: this.#cursor.varUint(), value: null };
    if (kind === ANY) return this.#values();
    this.#cursor.fail('Records are plain JSON objects: no nested shared types, no bytes.', 'J8');
    return { length: 0, value: null };
  }

  #values(): { length: number; value: EncodedValue | null } {
    const cursor = this.#cursor;
    const length = cursor.count(1);
    let value: EncodedValue | null = null;
    for (let read = 0; read < length && cursor.problem === null; read += 1) {
      const start = cursor.position;
      const plain = readPlainValue(cursor);
      if (read === length - 1)
        value = { value: plain, bytes: cursor.bytes.subarray(start, cursor.position) };
    }
    return { length, value };
  }

  #length(clock: number, length: number): number {
    if (length < 1) this.#cursor.fail('The message holds an empty struct.', 'J6');
    if (clock + length > MAX_CLOCK) this.#cursor.fail('The message counts too far.', 'J5');
    return length;
  }
}
