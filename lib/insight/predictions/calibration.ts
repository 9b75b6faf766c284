import { wilsonInterval } from '../wilson.ts';
import { settledForecasts } from './brier.ts';
import type { Prediction } from './prediction.ts';

/** Below this many resolved predictions nothing is shown (PS4). */
export const CALIBRATION_MINIMUM = 10;

const BINS = 10;

/** Forecasts from `from` to under `to` percent; the last bin holds 100, too. */
export interface CalibrationBin {
  from: number;
  to: number;
  forecasts: number;
  /** Of the forecasts, in percent. */
  mean: number;
  /** Of those that came true, in percent. */
  came: number;
  /** Wilson's interval for `came`, in percent: as if each forecast counted by itself. */
  low: number;
  high: number;
}

export interface Calibration {
  /** Predictions that came true or did not, and that somebody had forecast. */
  resolved: number;
  /** Those that hold a forecast; null under `CALIBRATION_MINIMUM`. */
  bins: CalibrationBin[] | null;
}

export function calibrationOf(predictions: readonly Prediction[]): Calibration {
  const forecasts = predictions.map(settledForecasts).filter(({ length }) => length > 0);
  const resolved = forecasts.length;
  if (resolved < CALIBRATION_MINIMUM) return { resolved, bins: null };
  const bins = Map.groupBy(forecasts.flat(), ({ percent }) =>
    Math.min(BINS - 1, Math.floor((percent * BINS) / 100)),
  );
  return {
    resolved,
    bins: [...bins].toSorted(([a], [b]) => a - b).map(([at, held]) => bin(at, held)),
  };
}

function bin(at: number, held: readonly { percent: number; cameTrue: boolean }[]): CalibrationBin {
  const width = 100 / BINS;
  const sum = held.reduce((total, { percent }) => total + percent, 0);
  const came = held.filter(({ cameTrue }) => cameTrue).length;
  const interval = wilsonInterval(came, held.length) ?? { low: 0, high: 1 };
  return {
    from: at * width,
    to: (at + 1) * width,
    forecasts: held.length,
    mean: sum / held.length,
    came: (came * 100) / held.length,
    low: interval.low * 100,
    high: interval.high * 100,
  };
}
