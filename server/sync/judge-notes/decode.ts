import { isNotesMark, isNotesNode } from '#lib/annotation/notes-schema.ts';
import { type Result, fail, ok } from '#lib/result.ts';
import { Cursor } from '../judge/cursor.ts';
import type { DecodeProblem } from '../judge/decode.ts';
import { type DeleteRange, readDeleteSet } from '../judge/delete-set.ts';
import type { Id } from '../judge/id.ts';
import { type PlainValue, readPlainValue } from '../judge/plain-value.ts';
import {
  type ClientBlock,
  STRUCT,
  checkedLength,
  readBlocks,
  readId,
  refuseFuture,
} from '../judge/read-blocks.ts';
import { NOTES, notesProblem } from './notes-problem.ts';

/** What a struct holds. `bytes`: what it takes in the place's state, about. */
export type Content =
  | { readonly kind: 'text' | 'format' | 'deleted' | 'garbage'; readonly bytes: number }
  /** `name` is a node's, or `text` for a run of text. */
  | { readonly kind: 'node'; readonly name: string; readonly bytes: number }
  | { readonly kind: 'value'; readonly values: readonly PlainValue[]; readonly bytes: number };

/** Where a struct without neighbours says it stands: in a node, or as an attribute of it. */
export interface Parent {
  /** Null for the root. */
  readonly node: Id | null;
  readonly attribute: string | null;
}

/** A Yjs Item or GC struct of rich text. It says its parent only where it names no neighbour. */
export interface NotesItem {
  readonly clock: number;
  readonly length: number;
  readonly origin: Id | null;
  readonly rightOrigin: Id | null;
  readonly parent: Parent | null;
  readonly content: Content;
}

export interface DecodedNotes {
  readonly blocks: readonly ClientBlock<NotesItem>[];
  /** Per client, ascending and disjoint. */
  readonly deletes: ReadonlyMap<number, readonly DeleteRange[]>;
}

const KIND = { garbage: 0, deleted: 1, text: 4, format: 6, type: 7, value: 8 } as const;
const XML_ELEMENT = 3;
const XML_TEXT = 6;
const NOTHING = { length: 0, content: { kind: 'deleted', bytes: 0 } } as const;

/** The longest link, in JSON, is shorter. */
const MAX_FORMAT_LENGTH = 16_384;

type Read = { readonly length: number; readonly content: Content };

/**
 * Reads an update (Yjs v1 encoding) as far as the notes schema speaks it. Says everything that
 * can be said without knowing the place (J3, J5, J6, J12, J18, N1 to N4), about known structs
 * too, because every client decodes those as well.
 */
export function decodeNotes(update: Uint8Array): Result<DecodedNotes, DecodeProblem> {
  const cursor = new Cursor(update);
  const blocks = readBlocks(cursor, (id, info) => readItem(cursor, id, info));
  const deletes = readDeleteSet(cursor);
  if (cursor.left > 0) cursor.fail('The message goes on behind its end.');
  if (cursor.problem === null) return ok({ blocks, deletes });
  return fail(notesProblem(cursor.problem.rule, cursor.problem.title));
}

function readItem(cursor: Cursor, id: Id, info: number): NotesItem | null {
  const kind = info & STRUCT.kind;
  const isItem = kind !== KIND.garbage;
  const origin = isItem && (info & STRUCT.hasOrigin) !== 0 ? readId(cursor) : null;
  const rightOrigin = isItem && (info & STRUCT.hasRightOrigin) !== 0 ? readId(cursor) : null;
  const saysParent = isItem && origin === null && rightOrigin === null;
  const parent = saysParent ? readParent(cursor, (info & STRUCT.hasParentSub) !== 0) : null;
  for (const needed of [origin, rightOrigin, parent?.node ?? null])
    refuseFuture(cursor, id, needed);
  const { content, length } = readContent(cursor, kind);
  checkedLength(cursor, id.clock, length);
  if (cursor.problem !== null) return null;
  return { clock: id.clock, length, origin, rightOrigin, parent, content };
}

function readParent(cursor: Cursor, hasAttribute: boolean): Parent {
  const isRoot = cursor.varUint() === 1;
  const root = isRoot ? cursor.text() : NOTES;
  if (root !== NOTES) cursor.fail(`There is no “${root}” in this place.`, 'N1');
  const node = isRoot ? null : readId(cursor);
  return { node, attribute: hasAttribute ? cursor.text() : null };
}

function readContent(cursor: Cursor, kind: number): Read {
  switch (kind) {
    case KIND.garbage:
      return { length: cursor.varUint(), content: { kind: 'garbage', bytes: 0 } };
    case KIND.deleted:
      return { length: cursor.varUint(), content: { kind: 'deleted', bytes: 0 } };
    case KIND.text:
      return readText(cursor);
    case KIND.format:
      return readFormat(cursor);
    case KIND.type:
      return readNode(cursor);
    case KIND.value:
      return readValues(cursor);
    default:
      cursor.fail('Notes are text and its formatting: nothing else is taken here.', 'N2');
      return NOTHING;
  }
}

function readText(cursor: Cursor): Read {
  const start = cursor.position;
  const { length } = cursor.text();
  return { length, content: { kind: 'text', bytes: cursor.position - start } };
}

function readFormat(cursor: Cursor): Read {
  const start = cursor.position;
  const mark = cursor.text();
  const value = parsed(cursor, cursor.text());
  if (!isNotesMark(mark, value))
    cursor.fail(`Text cannot be marked as “${mark.slice(0, 40)}” like this here.`, 'N4');
  return { length: 1, content: { kind: 'format', bytes: cursor.position - start } };
}

function parsed(cursor: Cursor, json: string): unknown {
  if (json.length > MAX_FORMAT_LENGTH) cursor.fail('A mark of the text is too long.', 'N4');
  if (cursor.problem !== null) return null;
  try {
    return JSON.parse(json);
  } catch {
    cursor.fail('The message holds formatting that cannot be read.');
    return null;
  }
}

function readNode(cursor: Cursor): Read {
  const start = cursor.position;
  const type = cursor.varUint();
  if (type !== XML_ELEMENT && type !== XML_TEXT)
    cursor.fail('Notes are text and its formatting: nothing else is taken here.', 'N2');
  const name = type === XML_ELEMENT ? cursor.text() : 'text';
  if (type === XML_ELEMENT && !isNotesNode(name))
    cursor.fail(`Notes hold nothing called “${name.slice(0, 40)}”.`, 'N3');
  return { length: 1, content: { kind: 'node', name, bytes: cursor.position - start } };
}

function readValues(cursor: Cursor): Read {
  const start = cursor.position;
  const length = cursor.count(1);
  const values: PlainValue[] = [];
  for (let read = 0; read < length && cursor.problem === null; read += 1)
    values.push(readPlainValue(cursor));
  return { length, content: { kind: 'value', values, bytes: cursor.position - start } };
}
