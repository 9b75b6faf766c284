import type { Cursor } from './cursor.ts';
import { type Id, MAX_CLOCK } from './id.ts';

/** A struct's first byte: the kind of its content, and what is written before that. */
export const STRUCT = {
  kind: 0x1f,
  hasOrigin: 0x80,
  hasRightOrigin: 0x40,
  hasParentSub: 0x20,
} as const;

const SKIP = 10;

/** The structs of one client, by ascending clock, gaps where the update skips. */
export interface ClientBlock<Item> {
  readonly client: number;
  readonly items: readonly Item[];
}

/**
 * Reads the structs of an update: one block per client and none empty (J3). `readItem` reads
 * what follows a struct's first byte; null puts a problem on the cursor.
 */
export function readBlocks<Item extends { readonly length: number }>(
  cursor: Cursor,
  readItem: (id: Id, info: number) => Item | null,
): ClientBlock<Item>[] {
  const blocks: ClientBlock<Item>[] = [];
  const clients = new Set<number>();
  const count = cursor.count(4);
  for (let read = 0; read < count && cursor.problem === null; read += 1) {
    const block = readBlock(cursor, readItem);
    if (clients.has(block.client)) cursor.fail('The message names a client twice.');
    clients.add(block.client);
    blocks.push(block);
  }
  return blocks;
}

function readBlock<Item extends { readonly length: number }>(
  cursor: Cursor,
  readItem: (id: Id, info: number) => Item | null,
): ClientBlock<Item> {
  const count = cursor.count(2);
  if (count === 0) cursor.fail('The message names a client without anything of theirs.');
  const client = cursor.varUint();
  const items: Item[] = [];
  let clock = cursor.varUint();
  for (let read = 0; read < count && cursor.problem === null; read += 1) {
    const info = cursor.byte();
    // Skips stand for what an outbox or another tab did not have. Yjs passes over them,
    // and a struct behind one is found to have a gap before it (J4).
    const item = info === SKIP ? null : readItem({ client, clock }, info);
    if (item !== null) items.push(item);
    clock += info === SKIP ? checkedLength(cursor, clock, cursor.varUint()) : (item?.length ?? 0);
  }
  return { client, items };
}

export function readId(cursor: Cursor): Id {
  return { client: cursor.varUint(), clock: cursor.varUint() };
}

/** The length of what begins at `clock`, when it is neither nothing (J6) nor absurd (J5). */
export function checkedLength(cursor: Cursor, clock: number, length: number): number {
  if (length < 1) cursor.fail('The message holds an empty struct.', 'J6');
  if (clock + length > MAX_CLOCK) cursor.fail('The message counts too far.', 'J5');
  return length;
}

/** Yjs throws on what builds on its own client's future, in every client. */
export function refuseFuture(cursor: Cursor, { client, clock }: Id, needed: Id | null): void {
  if (needed?.client === client && needed.clock >= clock)
    cursor.fail('The message builds on what comes after it.', 'J12');
}
