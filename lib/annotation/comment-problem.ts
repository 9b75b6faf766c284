import { isSafeHref } from './comment.ts';

/**
 * The comment schema: what a comment or reply may be made of, by ProseMirror's names. Links are limited here, not
 * only in the composer, because any client can write any JSON. Written out, since the composer asks too, and a
 * library of schemas weighs as much as the rest of what it loads with.
 */
type Node = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => string | null;

const MAX_DEPTH = 12;

const FORM = 'This holds something that a comment cannot.';
const TOO_DEEP = 'Lists and quotations are nested too deeply here.';
const LONG_LINK = 'A link may have at most 2,048 characters.';
const UNSAFE_LINK = 'A link must begin with http:, https: or mailto:, and hold no space.';

/** Null when `value` is a comment; else what is wrong, in words for the person who wrote it. */
export function commentProblem(value: unknown): string | null {
  if (!isNode(value, ['type', 'content']) || value['type'] !== 'doc') return FORM;
  return blocksProblem(value['content'], MAX_DEPTH);
}

function blocksProblem(value: unknown, depth: number): string | null {
  return listProblem(value, { least: 1 }, (block) => blockProblem(block, depth));
}

function blockProblem(block: unknown, depth: number): string | null {
  if (!isNode(block, ['type', 'content'])) return FORM;
  const { type, content } = block;
  if (type === 'paragraph') return content === undefined ? null : lineProblem(content);
  if (type !== 'blockquote' && type !== 'bulletList' && type !== 'orderedList') return FORM;
  if (depth === 0) return TOO_DEEP;
  if (type === 'blockquote') return blocksProblem(content, depth - 1);
  return listProblem(content, { least: 1 }, (item) => itemProblem(item, depth - 1));
}

function itemProblem(item: unknown, depth: number): string | null {
  if (!isNode(item, ['type', 'content']) || item['type'] !== 'listItem') return FORM;
  return blocksProblem(item['content'], depth);
}

function lineProblem(content: unknown): string | null {
  return listProblem(content, {}, inlineProblem);
}

const inlineProblem: Check = (node) => {
  if (isNode(node, ['type']) && node['type'] === 'hardBreak') return null;
  if (isNode(node, ['type', 'text', 'marks']) && node['type'] === 'text') return textProblem(node);
  return isMention(node) ? null : FORM;
};

function textProblem({ text, marks }: Node): string | null {
  if (typeof text !== 'string' || text === '') return FORM;
  return marks === undefined ? null : listProblem(marks, { most: 4 }, markProblem);
}

const markProblem: Check = (mark) => {
  if (isNode(mark, ['type']) && PLAIN_MARKS.has(mark['type'])) return null;
  if (!isNode(mark, ['type', 'attrs']) || mark['type'] !== 'link') return FORM;
  const { attrs } = mark;
  return isNode(attrs, ['href']) ? hrefProblem(attrs['href']) : FORM;
};

const PLAIN_MARKS = new Set<unknown>(['bold', 'italic', 'code']);

function hrefProblem(href: unknown): string | null {
  if (typeof href !== 'string') return FORM;
  if (href.length > 2048) return LONG_LINK;
  return isSafeHref(href) ? null : UNSAFE_LINK;
}

function isMention(node: unknown): boolean {
  if (!isNode(node, ['type', 'attrs']) || node['type'] !== 'mention') return false;
  const { attrs } = node;
  return isNode(attrs, ['id', 'label']) && isLine(attrs['id'], 40) && isLine(attrs['label'], 100);
}

function isLine(value: unknown, most: number): boolean {
  return typeof value === 'string' && value.length <= most;
}

/** An object with no field but these. */
function isNode(value: unknown, fields: readonly string[]): value is Node {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.keys(value).every((field) => fields.includes(field));
}

function listProblem(
  value: unknown,
  { least = 0, most = Infinity }: { least?: number; most?: number },
  check: Check,
): string | null {
  if (!Array.isArray(value) || value.length < least || value.length > most) return FORM;
  for (const item of value) {
    const problem = check(item);
    if (problem !== null) return problem;
  }
  return null;
}
