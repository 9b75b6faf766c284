import * as encoding from 'lib0/encoding';
import { type Block, type DecodedUpdate, type Item, decode } from '../sync/judge/decode.ts';
import { foldAccepted } from '../sync/judge/fold.ts';
import type { PlaceState } from '../sync/judge/place-state.ts';
import { runAt } from '../sync/judge/struct-index.ts';
import {
  type Standpoint,
  writeDeleted,
  writeDeleteSet,
  writeSkip,
  writeValue,
} from '../sync/judge/write-item.ts';
import type { KeyOfMap, LogEntry } from './log.ts';
import { unjudgedState } from './restored-place.ts';

/** Entries of a log that held what is to be erased, written anew without it, and the keys it stood under. */
export interface Erasure {
  entries: LogEntry[];
  keys: KeyOfMap[];
}

/**
 * Takes every value ever written under the keys that `isErased` picks out of a place's whole log. Its units
 * stay, as deleted ones: the log has the same entries, clocks, clients and origins, so it loads and judges as
 * before, and whoever still has the text hears from the next answer that it is deleted.
 */
export function erasure(
  entries: readonly LogEntry[],
  isErased: (key: KeyOfMap) => boolean,
): Erasure {
  const state = unjudgedState();
  const entriesWithout: LogEntry[] = [];
  for (const entry of entries) {
    const folded = foldAccepted(entry.update, entry.user, state);
    if (!folded.ok) throw new Error(`entry ${entry.seq} of the log does not fit: ${folded.error}`);
    const update = withoutErased(entry.update, state, isErased);
    if (update !== null) entriesWithout.push({ ...entry, update });
  }
  const keys = Array.from(state.index.slots(), ({ map, key }) => ({ map, key })).filter(isErased);
  return { entries: entriesWithout, keys };
}

/** Null when nothing of it is to be erased. `state` has taken it in. */
function withoutErased(
  update: Uint8Array,
  { index }: PlaceState,
  isErased: (key: KeyOfMap) => boolean,
): Uint8Array | null {
  const decoded = decode(update);
  if (!decoded.ok) throw new Error(decoded.error.title);
  const erased = new Set<Item>();
  for (const { client, items } of decoded.value.blocks)
    for (const item of items) {
      const run = runAt(index.clients.get(client), item.clock);
      if (run === undefined) throw new Error(`no struct ${client}:${item.clock}`);
      if (item.value !== null && isErased(run.slot)) erased.add(item);
    }
  return erased.size === 0 ? null : rewritten(decoded.value, erased);
}

function rewritten({ blocks, deletes }: DecodedUpdate, erased: ReadonlySet<Item>): Uint8Array {
  // A block of skips alone says nothing, and must not be written without structs (J3).
  const telling = blocks.filter(({ items }) => items.length > 0);
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, telling.length);
    for (const block of telling) writeBlock(encoder, block, erased);
    writeDeleteSet(encoder, deletes);
  });
}

function writeBlock(
  encoder: encoding.Encoder,
  { client, items }: Block,
  erased: ReadonlySet<Item>,
): void {
  const from = items[0]?.clock ?? 0;
  const structs = encoding.createEncoder();
  let count = 0;
  let next = from;
  for (const item of items) {
    if (item.clock > next) {
      writeSkip(structs, item.clock - next);
      count += 1;
    }
    count += writeItem(structs, client, item, erased.has(item));
    next = item.clock + item.length;
  }
  for (const number of [count, client, from]) encoding.writeVarUint(encoder, number);
  encoding.writeUint8Array(encoder, encoding.toUint8Array(structs));
}

/**
 * Gives how many structs it took. Of several values only the last is kept: an update that brings several
 * deletes the others itself (J10).
 */
function writeItem(encoder: encoding.Encoder, client: number, item: Item, erase: boolean): number {
  const { clock, length, value } = item;
  const standpoint: Standpoint =
    item.origin === null ? { origin: null, ...item.place } : { origin: item.origin };
  if (value === null || erase) writeDeleted(encoder, standpoint, length);
  else if (length === 1) writeValue(encoder, standpoint, value);
  else {
    writeDeleted(encoder, standpoint, length - 1);
    writeValue(encoder, { origin: { client, clock: clock + length - 2 } }, value);
    return 2;
  }
  return 1;
}
