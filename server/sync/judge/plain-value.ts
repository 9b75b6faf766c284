import { Cursor } from './cursor.ts';

export type PlainValue =
  | null
  | boolean
  | number
  | string
  | PlainValue[]
  | { [key: string]: PlainValue };

const MAX_DEPTH = 64;

/** Type bytes: lib0 `encoding.writeAny`. */
const ANY = {
  null: 126,
  integer: 125,
  float32: 124,
  float64: 123,
  false: 121,
  true: 120,
  text: 119,
  object: 118,
  array: 117,
};

/**
 * Moves over one value in lib0's "any" encoding and takes plain JSON only (J18). Bytes that lib0
 * could read but that are no plain JSON put a problem on the cursor, like everything else
 * that does not fit. `__proto__` is among them: lib0 assigns it, and the value gets a
 * prototype of the writer's choice. Nothing is made of the value: most are never looked at.
 */
export function skipPlainValue(cursor: Cursor, depth = 0): void {
  if (depth > MAX_DEPTH) return notPlain(cursor, 'it is nested too deeply');
  switch (cursor.byte()) {
    case ANY.null:
    case ANY.false:
    case ANY.true:
      return;
    case ANY.integer:
      return void cursor.varInt();
    case ANY.float32:
      return checkFinite(cursor, cursor.float32());
    case ANY.float64:
      return checkFinite(cursor, cursor.float64());
    case ANY.text:
      return cursor.skipText();
    case ANY.object:
      return skipObject(cursor, depth);
    case ANY.array:
      return skipArray(cursor, depth);
    default:
      return notPlain(cursor, 'it holds something that JSON does not know');
  }
}

function skipObject(cursor: Cursor, depth: number): void {
  const size = cursor.count(2);
  for (let read = 0; read < size && cursor.problem === null; read += 1) {
    if (cursor.text() === '__proto__') return notPlain(cursor, 'it has a field named __proto__');
    skipPlainValue(cursor, depth + 1);
  }
}

function skipArray(cursor: Cursor, depth: number): void {
  const size = cursor.count(1);
  for (let read = 0; read < size && cursor.problem === null; read += 1)
    skipPlainValue(cursor, depth + 1);
}

function checkFinite(cursor: Cursor, value: number): void {
  if (!Number.isFinite(value)) notPlain(cursor, 'it holds a number that is not finite');
}

function notPlain(cursor: Cursor, why: string): void {
  cursor.fail(`This cannot be stored: ${why}.`, 'J18');
}

/** Like `skipPlainValue`, and gives the value; null where there is a problem. */
export function readPlainValue(cursor: Cursor): PlainValue {
  const start = cursor.position;
  skipPlainValue(cursor);
  if (cursor.problem !== null) return null;
  return decodeValue(cursor.bytes.subarray(start, cursor.position));
}

/** The value of bytes that `skipPlainValue` has taken before; throws on others. */
export function decodeValue(bytes: Uint8Array): PlainValue {
  const cursor = new Cursor(bytes);
  const value = readValue(cursor);
  if (cursor.problem !== null) throw new Error(cursor.problem.title);
  return value;
}

function readValue(cursor: Cursor): PlainValue {
  const type = cursor.byte();
  switch (type) {
    case ANY.null:
      return null;
    case ANY.integer:
      return cursor.varInt();
    case ANY.float32:
      return cursor.float32();
    case ANY.float64:
      return cursor.float64();
    case ANY.false:
    case ANY.true:
      return type === ANY.true;
    case ANY.text:
      return cursor.text();
    case ANY.object:
      return readObject(cursor);
    case ANY.array:
      return Array.from({ length: cursor.count(1) }, () => readValue(cursor));
    default:
      throw new Error('The value was not checked.');
  }
}

function readObject(cursor: Cursor): PlainValue {
  const object: { [key: string]: PlainValue } = {};
  const size = cursor.count(2);
  for (let read = 0; read < size; read += 1) {
    const key = cursor.text();
    object[key] = readValue(cursor);
  }
  return object;
}
