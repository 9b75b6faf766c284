import type { Append } from '../log.ts';

/**
 * The same appends, all updates copied into one buffer: handed to a thread it costs one transfer, where a clone
 * makes a buffer of each update, on both sides.
 */
export function inOneBuffer(appends: readonly Append[]): {
  appends: Append[];
  buffer: ArrayBuffer;
} {
  const updates = appends.flatMap(({ entries }) => entries.map(({ update }) => update));
  const bytes = new Uint8Array(updates.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  const moved = (update: Uint8Array): Uint8Array => {
    const start = end;
    end += update.length;
    bytes.set(update, start);
    return bytes.subarray(start, end);
  };
  return {
    appends: appends.map((append) => ({
      ...append,
      entries: append.entries.map(({ user, update }) => ({ user, update: moved(update) })),
    })),
    buffer: bytes.buffer,
  };
}
