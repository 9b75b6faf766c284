/**
 * The range without the spaces at its two ends, so that a mark begins and ends with a word. White space is what
 * `String.prototype.trim` takes for it, non-breaking spaces and line breaks included. UTF-16 offsets, half-open;
 * null when nothing but spaces was selected.
 */
export function trimRange(
  text: string,
  start: number,
  end: number,
): { start: number; end: number } | null {
  const selected = text.slice(start, end);
  const from = start + selected.length - selected.trimStart().length;
  const to = start + selected.trimEnd().length;
  return from < to ? { start: from, end: to } : null;
}
