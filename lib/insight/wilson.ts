export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The standard normal's 97.5th percentile. */
const Z = 1.959964;

/**
 * Between which two shares `of` in `all` lies with 95 % confidence, if each counts independently: (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n). E. B. Wilson, "Probable inference, the
 * law of succession, and statistical inference", Journal of the American Statistical Association 22 (1927). Null for none.
 */
export function wilsonInterval(of: number, all: number): Interval | null {
  if (all === 0) return null;
  const share = of / all;
  const square = Z ** 2 / all;
  const middle = share + square / 2;
  const spread = Z * Math.sqrt((share * (1 - share)) / all + square / (4 * all));
  return {
    low: Math.max(0, (middle - spread) / (1 + square)),
    high: Math.min(1, (middle + spread) / (1 + square)),
  };
}
