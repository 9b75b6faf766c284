import { isSigned } from './outcomes.ts';
import type { Prediction } from './prediction.ts';

/** A forecast, in percent, of what is known to have come true or not. */
export interface Settled {
  user: string;
  percent: number;
  cameTrue: boolean;
}

/** The mean of (p − o)², 0 to 1 (PS1); null of nothing. */
export function brierScore(settled: readonly Omit<Settled, 'user'>[]): number | null {
  if (settled.length === 0) return null;
  const squares = settled.map(({ percent, cameTrue }) => (percent / 100 - Number(cameTrue)) ** 2);
  return squares.reduce((sum, square) => sum + square, 0) / settled.length;
}

/** Whether it came true; null where that is not signed, or is neither. */
export function cameTrue({ outcome }: Pick<Prediction, 'outcome'>): boolean | null {
  if (outcome === null || !isSigned(outcome)) return null;
  return outcome.result === 'true' ? true : outcome.result === 'false' ? false : null;
}

/** The forecasts of a prediction that count in a score. */
export function settledForecasts(prediction: Prediction): Settled[] {
  const came = cameTrue(prediction);
  if (came === null) return [];
  return prediction.forecasts
    .filter(({ hindsight }) => !hindsight)
    .map(({ user, percent }) => ({ user, percent, cameTrue: came }));
}
