import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { DeleteRange } from '../sync/judge/delete-set.ts';
import { writeDeleteSet } from '../sync/judge/write-item.ts';
import { applyUntidied } from '../sync/judge-notes/apply-untidied.ts';
import { outside } from '../sync/judge-notes/notes-index.ts';
import type { LogEntry } from './log.ts';

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];
type Ranges = ReadonlyMap<number, readonly DeleteRange[]>;

/**
 * The entries of the notes' whole log that hold text, formatting or attributes which are deleted by now, written anew
 * without. Their units stay, as deleted ones, so the log amounts to the same notes as before and judges the same. What
 * stands is not taken: who splits a paragraph or moves it becomes the one who wrote it, so taking what one person's
 * entries brought would leave words of theirs and take others'.
 */
export function notesErasure(entries: readonly LogEntry[]): LogEntry[] {
  const doc = new Y.Doc();
  applyUntidied(
    doc,
    entries.map(({ update }) => update),
  );
  const gone = rangesOf(Y.createDeleteSetFromStructStore(doc.store));
  return entries.flatMap((entry) => {
    const update = withoutGone(entry.update, gone);
    return update === null ? [] : [{ ...entry, update }];
  });
}

function rangesOf({ clients }: ReturnType<typeof Y.createDeleteSetFromStructStore>): Ranges {
  return new Map(
    Array.from(clients, ([client, ranges]) => [
      client,
      ranges.map(({ clock, len }) => ({ clock, length: len })),
    ]),
  );
}

/** Null when it holds nothing that is gone. */
function withoutGone(update: Uint8Array, gone: Ranges): Uint8Array | null {
  const { structs, ds } = Y.decodeUpdate(update);
  const kept = structs.flatMap((struct) => withoutGoneParts(struct, gone));
  if (kept.every((struct) => structs.includes(struct))) return null;
  const encoder = new Y.UpdateEncoderV1();
  const blocks = Map.groupBy(kept, ({ id }) => id.client);
  encoding.writeVarUint(encoder.restEncoder, blocks.size);
  for (const [client, block] of blocks) {
    for (const number of [block.length, client, block[0]?.id.clock ?? 0])
      encoding.writeVarUint(encoder.restEncoder, number);
    for (const struct of block) struct.write(encoder, 0);
  }
  writeDeleteSet(encoder.restEncoder, rangesOf(ds));
  return encoder.toUint8Array();
}

/** The struct itself where nothing of it is gone, or nothing to be read in it. */
function withoutGoneParts(struct: Struct, gone: Ranges): Struct[] {
  if (!(struct instanceof Y.Item) || !saysSomething(struct)) return [struct];
  const { client, clock } = struct.id;
  const end = clock + struct.length;
  const standing = [...outside(gone.get(client) ?? [], clock, end)];
  if (standing[0]?.clock === clock && standing[0].length === struct.length) return [struct];
  const pieces: Y.Item[] = [];
  let at = clock;
  for (const { clock: from, length } of [...standing, { clock: end, length: 0 }]) {
    if (from > at) pieces.push(pieceOf(struct, at, new Y.ContentDeleted(from - at)));
    if (length > 0) pieces.push(pieceOf(struct, from, contentOf(struct, from, length)));
    at = from + length;
  }
  return pieces;
}

function saysSomething({ content }: Y.Item): boolean {
  return !(content instanceof Y.ContentType || content instanceof Y.ContentDeleted);
}

function pieceOf(item: Y.Item, clock: number, content: Y.Item['content']): Y.Item {
  const { id, origin, rightOrigin, parent, parentSub } = item;
  const before = clock === id.clock ? origin : Y.createID(id.client, clock - 1);
  return new Y.Item(
    Y.createID(id.client, clock),
    null,
    before,
    null,
    rightOrigin,
    parent,
    parentSub,
    content,
  );
}

/** What the item holds from a clock on. */
function contentOf({ id, content }: Y.Item, clock: number, length: number): Y.Item['content'] {
  const copy = content.copy();
  const part = clock === id.clock ? copy : copy.splice(clock - id.clock);
  if (part.getLength() > length) part.splice(length);
  return part;
}
