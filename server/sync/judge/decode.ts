import { ownerOfKey } from '#lib/annotation/record-key.ts';
import { type RecordMap, isRecordMap } from '#lib/annotation/record-maps.ts';
import { type Result, fail, ok } from '#lib/result.ts';
import { Cursor, type Problem } from './cursor.ts';
import { type DeleteRange, readDeleteSet } from './delete-set.ts';
import type { Id } from './id.ts';
import { skipPlainValue } from './plain-value.ts';
import {
  type ClientBlock,
  STRUCT,
  checkedLength,
  readBlocks,
  readId,
  refuseFuture,
} from './read-blocks.ts';

/** Where a struct without origin says it stands. */
export interface Place {
  readonly map: RecordMap;
  readonly key: string;
  readonly owner: string;
}

interface ItemBase {
  readonly clock: number;
  readonly length: number;
  /** The last unit's (lib0 "any"), the only one that can ever show, a view into the update; null for content sent as deleted. */
  readonly value: Uint8Array | null;
}

/** A Yjs Item of a flat map: it has an origin, or else says where it stands. */
export type Item = ItemBase &
  (
    | { readonly origin: Id; readonly place: null }
    | { readonly origin: null; readonly place: Place }
  );

export type Block = ClientBlock<Item>;

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
    return readBlocks(this.#cursor, (id, info) => this.#struct(id, info));
  }

  #struct(id: Id, info: number): Item | null {
    this.map = null;
    this.key = null;
    if ((info & STRUCT.kind) === GC)
      this.#cursor.fail('This program sends records in a form that is not taken.', 'J7');
    return this.#item(id, info);
  }

  #item(id: Id, info: number): Item | null {
    const cursor = this.#cursor;
    const { clock } = id;
    if ((info & STRUCT.hasRightOrigin) !== 0)
      cursor.fail('This program writes into a list where a map is expected.', 'J9');
    const origin = (info & STRUCT.hasOrigin) === 0 ? null : readId(cursor);
    refuseFuture(cursor, id, origin);
    const place = origin === null ? this.#place((info & STRUCT.hasParentSub) !== 0) : null;
    const content = this.#content(info & STRUCT.kind);
    const length = checkedLength(cursor, clock, content.length);
    if (cursor.problem !== null) return null;
    if (origin !== null) return { clock, length, value: content.value, origin, place: null };
    return place === null ? null : { clock, length, value: content.value, origin, place };
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

  #content(kind: number): { length: number; value: Uint8Array | null } {
    if (kind === DELETED) return { length: this.#cursor.varUint(), value: null };
    if (kind === ANY) return this.#values();
    this.#cursor.fail('Records are plain JSON objects: no nested shared types, no bytes.', 'J8');
    return { length: 0, value: null };
  }

  #values(): { length: number; value: Uint8Array | null } {
    const cursor = this.#cursor;
    const length = cursor.count(1);
    let value: Uint8Array | null = null;
    for (let read = 0; read < length && cursor.problem === null; read += 1) {
      const start = cursor.position;
      skipPlainValue(cursor);
      if (read === length - 1) value = cursor.bytes.subarray(start, cursor.position);
    }
    return { length, value };
  }
}
