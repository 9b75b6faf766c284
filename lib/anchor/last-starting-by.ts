/** Index of the last of the sorted items that starts at or before `offset`; -1 when all start later. */
export function lastStartingBy<T>(
  sorted: readonly T[],
  offset: number,
  startOf: (item: T) => number,
): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (startOf(sorted[middle] as T) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
