import type { Forecast } from './forecasts.ts';
import type { HowSure } from './how-sure.ts';
import type { InSentence } from './in-sentence.ts';
import type { Outcome } from './outcomes.ts';
import type { Speaker } from './said-of-passage.ts';

/** `due`: the date has passed, or an outcome waits for its signature (PR9). */
export type PredictionState = 'open' | 'due' | 'resolved';

/** A passage that members tagged prediction, and all that they said of it. */
export interface Prediction extends InSentence {
  /** Key of its earliest mark. */
  id: string;
  reading: string;
  /** UTF-16 offsets of the canonical text, half-open. */
  start: number;
  end: number;
  /** All marks that are this prediction, in the order of the log. */
  marks: { id: string; user: string }[];
  speaker: Speaker;
  by: {
    /** As members wrote it. */
    words: string[];
    /** `YYYY-MM-DD`, the last day; null when none is known. */
    due: string | null;
    passed: boolean;
  };
  judgedBy: string[];
  howSure: HowSure;
  forecasts: Forecast[];
  outcome: Outcome | null;
  /** Those before it, newest first. */
  earlierOutcomes: Outcome[];
  state: PredictionState;
}
