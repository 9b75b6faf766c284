/**
 * Index of the last entry whose clock is at most `clock`, -1 when there is none. `entries`
 * ascend by clock. Looks at the end first: most questions are about what came last.
 */
export function lastAtOrBefore(
  entries: readonly { readonly clock: number }[],
  clock: number,
): number {
  let low = -1;
  let high = entries.length - 1;
  if (high >= 0 && at(entries, high) <= clock) return high;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at(entries, middle) <= clock) low = middle;
    else high = middle - 1;
  }
  return low;
}

function at(entries: readonly { readonly clock: number }[], index: number): number {
  const entry = entries[index];
  if (entry === undefined) throw new RangeError(`no entry ${index}`);
  return entry.clock;
}
