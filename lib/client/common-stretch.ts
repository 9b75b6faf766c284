import type { Stretch } from './annotated-blocks.ts';

/** What two stretches of the text have in common; null when nothing. */
export function commonStretch(one: Stretch, other: Stretch): Stretch | null {
  const [start, end] = [Math.max(one.start, other.start), Math.min(one.end, other.end)];
  return start < end ? { start, end } : null;
}
