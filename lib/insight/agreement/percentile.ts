/** Between the two nearest, linearly (R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", 1996, definition 7). */
export function percentile(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? 0;
  return below + (above - below) * (at - Math.floor(at));
}
