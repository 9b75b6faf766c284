import type { Prediction } from '../predictions/prediction.ts';
import { type PredictedReading, predictionsOf } from '../predictions/predictions-of.ts';
import type { Result } from '../predictions/outcomes.ts';
import { shortQuote } from '../short-quote.ts';

/** One line of the ledger. */
export interface ReportPrediction extends Pick<Prediction, 'start' | 'end' | 'speaker' | 'state'> {
  /** Of the passage. */
  words: string;
  by: Prediction['by'];
  howSure: { people: number; median: number | null; percent: number | null };
  /** Members with a forecast that counts. */
  forecasts: number;
  outcome: { result: Result; date: string | null; signed: boolean } | null;
}

const MOST_WORDS = 160;

/** In the order of the text. `stands`: whether a record is as it was; of one that is not no words that its author typed are given. */
export function reportPredictions(
  reading: PredictedReading,
  today: string,
  stands: (map: 'annotations' | 'assessments', key: string) => boolean,
): ReportPrediction[] {
  return predictionsOf(reading, today).map((prediction) => {
    const { start, end, speaker, by, howSure, forecasts, outcome, state, marks } = prediction;
    const asThen = marks.every(({ id }) => stands('annotations', id));
    return {
      start,
      end,
      words: shortQuote(prediction.words, MOST_WORDS),
      speaker: asThen ? speaker : { ...speaker, who: null },
      by: asThen ? by : { ...by, words: [] },
      howSure: {
        people: howSure.people.length,
        median: howSure.median,
        percent: howSure.percent,
      },
      forecasts: forecasts.filter(({ hindsight }) => !hindsight).length,
      outcome: outcome === null ? null : outcomeOf(outcome, stands),
      state,
    };
  });
}

function outcomeOf(
  { id, result, date, signedBy }: NonNullable<Prediction['outcome']>,
  stands: (map: 'assessments', key: string) => boolean,
): ReportPrediction['outcome'] {
  return {
    result,
    date: stands('assessments', id) ? date : null,
    signed: signedBy.length > 0,
  };
}
