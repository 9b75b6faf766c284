import type { Stretch } from './contested.ts';

/** Characters (UTF-16) that at least one of the ranges covers. */
export function coveredLength(ranges: readonly Stretch[]): number {
  let covered = 0;
  let reached = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    covered += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return covered;
}
