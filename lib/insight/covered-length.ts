import type { Stretch } from './contested.ts';

/** Characters (UTF-16) that at least one of the ranges covers. Beginnings and ends are sorted apart: numbers sort several times as fast as ranges. */
export function coveredLength(ranges: readonly Stretch[]): number {
  const starts = Float64Array.from(ranges, ({ start }) => start).sort();
  const ends = Float64Array.from(ranges, ({ end }) => end).sort();
  let [covered, since, begun] = [0, 0, 0];
  for (const [ended, end] of ends.entries()) {
    if (begun === ended) since = starts[begun] ?? end;
    while ((starts[begun] ?? Infinity) <= end) begun += 1;
    if (begun === ended + 1) covered += end - since;
  }
  return covered;
}
