/** Rounded down, and never 100: only the exact text is that, and it is not said to be alike. */
export function percentAlike(likeness: number): number {
  return Math.min(99, Math.floor(likeness * 100));
}
