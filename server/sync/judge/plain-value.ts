import { Cursor } from './cursor.ts';

export type PlainValue =
  | null
  | boolean
  | number
  | string
  | PlainValue[]
  | { [key: string]: PlainValue };

const MAX_DEPTH = 64;

/**
 * Reads one value in lib0's "any" encoding and takes plain JSON only (J18). Bytes that lib0
 * could read but that are no plain JSON put a problem on the cursor, like everything else
 * that does not fit. `__proto__` is among them: lib0 assigns it, and the value gets a
 * prototype of the writer's choice. Type bytes: lib0 `encoding.writeAny`.
 */
export function readPlainValue(cursor: Cursor, depth = 0): PlainValue {
  if (depth > MAX_DEPTH) return notPlain(cursor, 'it is nested too deeply');
  switch (cursor.byte()) {
    case 126:
      return null;
    case 125:
      return cursor.varInt();
    case 124:
      return finite(cursor, cursor.float32());
    case 123:
      return finite(cursor, cursor.float64());
    case 121:
      return false;
    case 120:
      return true;
    case 119:
      return cursor.text();
    case 118:
      return readObject(cursor, depth);
    case 117:
      return readArray(cursor, depth);
    default:
      return notPlain(cursor, 'it holds something that JSON does not know');
  }
}

function readObject(cursor: Cursor, depth: number): PlainValue {
  const object: { [key: string]: PlainValue } = {};
  const size = cursor.count(2);
  for (let read = 0; read < size && cursor.problem === null; read += 1) {
    const key = cursor.text();
    if (key === '__proto__') return notPlain(cursor, 'it has a field named __proto__');
    object[key] = readPlainValue(cursor, depth + 1);
  }
  return object;
}

function readArray(cursor: Cursor, depth: number): PlainValue {
  const array: PlainValue[] = [];
  const size = cursor.count(1);
  for (let read = 0; read < size && cursor.problem === null; read += 1)
    array.push(readPlainValue(cursor, depth + 1));
  return array;
}

function finite(cursor: Cursor, value: number): PlainValue {
  return Number.isFinite(value) ? value : notPlain(cursor, 'it holds a number that is not finite');
}

function notPlain(cursor: Cursor, why: string): null {
  cursor.fail(`This cannot be stored: ${why}.`, 'J18');
  return null;
}

/** The value of bytes that `readPlainValue` has taken before; throws on others. */
export function decodeValue(bytes: Uint8Array): PlainValue {
  const cursor = new Cursor(bytes);
  const value = readPlainValue(cursor);
  if (cursor.problem !== null) throw new Error(cursor.problem.title);
  return value;
}
