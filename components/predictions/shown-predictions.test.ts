import { expect, it } from 'vitest';
import type { Prediction } from '#lib/insight/predictions/prediction.ts';
import { filterCounts, shownPredictions } from './shown-predictions.ts';

const PREDICTIONS = (['open', 'due', 'due', 'resolved'] as const).map(
  (state, at) => ({ id: `ann/${at}`, state }) as Prediction,
);
const idsOf = (shown: readonly Prediction[]): string[] => shown.map(({ id }) => id);

it('[PP6] a filter shows its state, in the order of the ledger, and how many there are', () => {
  expect(idsOf(shownPredictions(PREDICTIONS, 'due', new Set()))).toEqual(['ann/1', 'ann/2']);
  expect(shownPredictions(PREDICTIONS, 'all', new Set())).toBe(PREDICTIONS);
  expect(filterCounts(PREDICTIONS)).toEqual({ all: 4, open: 1, due: 2, resolved: 1 });
});

it('[PP6] what I worked on stays, though its state is another now', () => {
  const shown = shownPredictions(PREDICTIONS, 'due', new Set(['ann/3']));
  expect(idsOf(shown)).toEqual(['ann/1', 'ann/2', 'ann/3']);
});
