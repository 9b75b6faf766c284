import { isSafeHref } from './comment.ts';

/**
 * The notes schema: what a group's collaborative text may be made of, by ProseMirror's names.
 * `notes` is written by y-prosemirror: a node is a Y.XmlElement of its name, a run of text a
 * Y.XmlText, a mark a format of it. An editor for notes is set up to make nothing else: its
 * link carries safe addresses only and no class, there are three levels of headings, and no rules.
 */
type Check = (value: unknown) => boolean;

interface NodeSpec {
  /** The children it may have; `text` is a run of text. */
  readonly holds: readonly string[];
  readonly attributes: Readonly<Record<string, Check>>;
}

const INLINE = ['text', 'hardBreak'];
const BLOCKS = ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote', 'codeBlock'];

const isLevel: Check = (value) => value === 1 || value === 2 || value === 3;
const isListStart: Check = (value) => Number.isInteger(value) && Math.abs(Number(value)) < 1e9;
const isNumbering: Check = (value) => typeof value === 'string' && /^[1aAiI]$/.test(value);
const isLanguage: Check = (value) => typeof value === 'string' && /^[\w+#.-]{1,40}$/.test(value);

const NODES: Readonly<Record<string, NodeSpec>> = {
  doc: { holds: BLOCKS, attributes: {} },
  text: { holds: [], attributes: {} },
  paragraph: { holds: INLINE, attributes: {} },
  heading: { holds: INLINE, attributes: { level: isLevel } },
  bulletList: { holds: ['listItem'], attributes: {} },
  orderedList: { holds: ['listItem'], attributes: { start: isListStart, type: isNumbering } },
  listItem: { holds: BLOCKS, attributes: {} },
  blockquote: { holds: BLOCKS, attributes: {} },
  codeBlock: { holds: ['text'], attributes: { language: isLanguage } },
  hardBreak: { holds: [], attributes: {} },
};

/** Where the link opens and what it tells: as Tiptap writes them, or nothing. */
const LINK_ATTRIBUTES: Readonly<Record<string, Check>> = {
  href: (value) => typeof value === 'string' && value.length <= 2048 && isSafeHref(value),
  target: (value) => value === null || value === '_blank',
  rel: (value) => value === null || (typeof value === 'string' && isRel(value)),
  class: (value) => value === null,
  title: (value) => value === null,
};

/** `opener` would hand the reader's page to whoever wrote the link. */
function isRel(value: string): boolean {
  return /^(noopener|noreferrer|nofollow)( (noopener|noreferrer|nofollow)){0,2}$/.test(value);
}

const isBare: Check = (value) => isObject(value) && Object.keys(value).length === 0;
const isLink: Check = (value) =>
  isObject(value) &&
  'href' in value &&
  Object.entries(value).every(([name, one]) => ownCheck(LINK_ATTRIBUTES, name)?.(one) ?? false);

const MARKS: Readonly<Record<string, Check>> = {
  bold: isBare,
  italic: isBare,
  code: isBare,
  strike: isBare,
  underline: isBare,
  link: isLink,
};

/** Whether notes have nodes of this name. `doc`, the whole, stands in nothing. */
export function isNotesNode(name: string): boolean {
  return Object.hasOwn(NODES, name) && name !== 'doc' && name !== 'text';
}

/** Whether a node (or `doc`) may hold another (or `text`). */
export function mayHold(parent: string, child: string): boolean {
  return Object.hasOwn(NODES, parent) && (NODES[parent]?.holds.includes(child) ?? false);
}

/** Whether a node may have this attribute with this value. */
export function isNotesAttribute(node: string, name: string, value: unknown): boolean {
  if (!Object.hasOwn(NODES, node)) return false;
  return ownCheck(NODES[node]?.attributes ?? {}, name)?.(value) ?? false;
}

/** Whether text may be marked so. `value`: the mark's attributes; null where the mark ends. */
export function isNotesMark(name: string, value: unknown): boolean {
  const check = ownCheck(MARKS, name);
  return check !== undefined && (value === null || check(value));
}

/** A name like `constructor` must not find what every object inherits. */
function ownCheck(checks: Readonly<Record<string, Check>>, name: string): Check | undefined {
  return Object.hasOwn(checks, name) ? checks[name] : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
