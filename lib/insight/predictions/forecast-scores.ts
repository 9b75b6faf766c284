import { brierScore, cameTrue, settledForecasts } from './brier.ts';
import { compared } from './logged.ts';
import type { Prediction } from './prediction.ts';

export interface PersonScore {
  user: string;
  /** Null without a forecast that counts. */
  brier: number | null;
  /** Forecasts that count. */
  forecasts: number;
  /** Forecasts of what came true or not that were entered after the outcome, and are left out. */
  hindsight: number;
}

export interface ArticleScore {
  article: string;
  brier: number | null;
  forecasts: number;
}

/** Everybody with a forecast of what came true or not, in the order of ids: no ranking (PS1). */
export function personScores(predictions: readonly Prediction[]): PersonScore[] {
  const settled = Map.groupBy(predictions.flatMap(settledForecasts), ({ user }) => user);
  const late = Map.groupBy(predictions.flatMap(hindsightOf), (user) => user);
  return [...new Set([...settled.keys(), ...late.keys()])].toSorted(compared).map((user) => {
    const counted = settled.get(user) ?? [];
    const hindsight = late.get(user)?.length ?? 0;
    return { user, brier: brierScore(counted), forecasts: counted.length, hindsight };
  });
}

export function articleScore(article: string, predictions: readonly Prediction[]): ArticleScore {
  const settled = predictions.flatMap(settledForecasts);
  return { article, brier: brierScore(settled), forecasts: settled.length };
}

function hindsightOf(prediction: Prediction): string[] {
  if (cameTrue(prediction) === null) return [];
  return prediction.forecasts.filter(({ hindsight }) => hindsight).map(({ user }) => user);
}
