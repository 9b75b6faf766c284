import type { Span } from '../continuum.ts';

/** What a unit costs that stands against nothing: Δ_∅, the unit of all dissimilarities. */
export const AGAINST_NOTHING = 1;

/**
 * d_combi of two units: where they are, ((|Δ start| + |Δ end|) / (length + length))², and 1 for another tag; both weigh alike (Mathet, Widlöcher and
 * Métivier 2015, with α = β = Δ_∅ = 1).
 */
export function dissimilarity(a: Span, b: Span): number {
  const apart = Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
  const lengths = a.end - a.start + b.end - b.start;
  return (apart / lengths) ** 2 + (a.tag === b.tag ? 0 : AGAINST_NOTHING);
}

/** Of each unit to each, row by row. */
export function dissimilarities(units: readonly Span[]): Float64Array {
  const all = new Float64Array(units.length ** 2);
  for (const [row, a] of units.entries())
    for (const [column, b] of units.entries())
      all[row * units.length + column] = dissimilarity(a, b);
  return all;
}
