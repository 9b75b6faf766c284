import type { Target } from '../annotation/record.ts';
import { splitsSurrogates } from '../annotation/splits-surrogates.ts';

/** Characters (UTF-16) quoted on either side, at most (contract, "Records"). */
const CONTEXT = 32;

/**
 * The passage from `start` to `end` (UTF-16, half-open) of one immutable revision, with the words that prove it.
 * Ends inside a surrogate pair move outward, ends beyond the text to it. Null when nothing is left.
 */
export function targetOf(
  revision: { id: string; text: string },
  start: number,
  end: number,
): Target | null {
  const { id, text } = revision;
  const from = wholeBefore(text, Math.max(0, start));
  const to = wholeAfter(text, Math.min(text.length, end));
  if (from >= to) return null;
  return {
    revision: id,
    start: from,
    end: to,
    exact: text.slice(from, to),
    prefix: text.slice(wholeAfter(text, Math.max(0, from - CONTEXT)), from),
    suffix: text.slice(to, wholeBefore(text, Math.min(text.length, to + CONTEXT))),
  };
}

function wholeBefore(text: string, offset: number): number {
  return splitsSurrogates(text, offset) ? offset - 1 : offset;
}

function wholeAfter(text: string, offset: number): number {
  return splitsSurrogates(text, offset) ? offset + 1 : offset;
}
