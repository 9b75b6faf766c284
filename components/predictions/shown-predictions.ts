import type { Prediction, PredictionState } from '#lib/insight/predictions/prediction.ts';

export const FILTERS = ['all', 'open', 'due', 'resolved'] as const;
export type LedgerFilter = (typeof FILTERS)[number];

/** How many each filter shows. */
export function filterCounts(predictions: readonly Prediction[]): Record<LedgerFilter, number> {
  const of = (state: PredictionState): number =>
    predictions.filter((prediction) => prediction.state === state).length;
  return { all: predictions.length, open: of('open'), due: of('due'), resolved: of('resolved') };
}

/** Those of the filter, and those that I worked on since it was chosen: they stay where they are (PP6). */
export function shownPredictions(
  predictions: readonly Prediction[],
  filter: LedgerFilter,
  worked: ReadonlySet<string>,
): readonly Prediction[] {
  if (filter === 'all') return predictions;
  return predictions.filter(({ id, state }) => state === filter || worked.has(id));
}
