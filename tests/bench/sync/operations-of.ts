import * as Y from 'yjs';

/** Writes of one client that follow each other: clocks `clock` to `clock + count - 1`. */
interface Operations {
  client: number;
  clock: number;
  count: number;
}

/** Hocuspocus sends several writes merged into one update, the same to everybody. */
const merged = new Map<string, Operations[]>();
const SIGNATURE = 48;

/** What an update brings; with a shortcut for what nearly all updates are: one block of one-clock structs. */
export function forEachOperations(
  bytes: Buffer,
  start: number,
  end: number,
  take: (client: number, clock: number, count: number) => void,
): void {
  if (bytes[start] === 1) return oneBlock(bytes, start + 1, take);
  const signature = `${end - start} ${bytes.toString('latin1', start, Math.min(start + SIGNATURE, end))}`;
  const known = merged.get(signature) ?? decode(bytes.subarray(start, end));
  if (merged.size > 500) merged.clear();
  merged.set(signature, known);
  for (const { client, clock, count } of known) take(client, clock, count);
}

function oneBlock(
  bytes: Buffer,
  start: number,
  take: (client: number, clock: number, count: number) => void,
): void {
  let at = start;
  const read = (): number => {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 128;
    }
  };
  const count = read();
  const client = read();
  take(client, read(), count);
}

function decode(update: Uint8Array): Operations[] {
  return Y.decodeUpdate(update).structs.map(({ id, length }) => ({
    client: id.client,
    clock: id.clock,
    count: length,
  }));
}
