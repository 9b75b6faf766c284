import { type AuthorScore, authorScores } from './author-scores.ts';
import { type Calibration, calibrationOf } from './calibration.ts';
import {
  type ArticleScore,
  articleScore,
  type PersonScore,
  personScores,
} from './forecast-scores.ts';
import type { Prediction } from './prediction.ts';
import { type PredictedReading, predictionsOf } from './predictions-of.ts';

/** Every prediction of some readings, and how right people and authors were (docs/PREDICTIONS.md). */
export interface Ledger {
  /** The day that it holds for, `YYYY-MM-DD`, UTC. */
  today: string;
  readings: { id: string; article: string; title: string }[];
  /** By reading, in the order of the text. */
  predictions: Prediction[];
  people: PersonScore[];
  articles: ArticleScore[];
  /** Two for each article: what the author says, and what those say whom they quote. */
  authors: AuthorScore[];
  calibration: Calibration;
}

export function ledgerOf(readings: readonly PredictedReading[], today: string): Ledger {
  const parts = readings.map((reading) => ({
    article: reading.article.id,
    predictions: predictionsOf(reading, today),
  }));
  const predictions = parts.flatMap((part) => part.predictions);
  // A group may read an article more than once.
  const byArticle = [...Map.groupBy(parts, ({ article }) => article)].map(
    ([article, read]) => [article, read.flatMap((part) => part.predictions)] as const,
  );
  return {
    today,
    readings: readings.map(({ id, article }) => ({
      id,
      article: article.id,
      title: article.title,
    })),
    predictions,
    people: personScores(predictions),
    articles: byArticle.map(([article, all]) => articleScore(article, all)),
    authors: byArticle.flatMap(([article, all]) => authorScores(article, all)),
    calibration: calibrationOf(predictions),
  };
}
