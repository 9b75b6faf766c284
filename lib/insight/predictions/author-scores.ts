import { brierScore, cameTrue } from './brier.ts';
import type { Prediction } from './prediction.ts';
import type { Speaker } from './said-of-passage.ts';

/** Below this many nothing is shown (PS2). */
export const AUTHOR_MINIMUM = 5;

/** Why a prediction is not in the author's score (PS3). */
export type LeftOut = 'void' | 'partly' | 'ambiguous' | 'unsigned' | 'no step';

interface CountedClaim {
  prediction: string;
  /** What the group's median step stands for. */
  percent: number;
  cameTrue: boolean;
}

/** How right an article was, as sure as it sounded to the group. */
export interface AuthorScore {
  article: string;
  /** The author's own claims, or those of whom they quote. */
  voice: Speaker['voice'];
  /** Brier score; null under `AUTHOR_MINIMUM`. */
  score: number | null;
  counted: CountedClaim[];
  leftOut: { prediction: string; why: LeftOut }[];
}

/** Both voices of an article, over predictions whose date has passed and that have an outcome. */
export function authorScores(article: string, predictions: readonly Prediction[]): AuthorScore[] {
  const told = predictions.filter(
    ({ by, outcome }) => by.passed && outcome !== null && outcome.result !== 'open',
  );
  return (['author', 'quoted'] as const).map((voice) => {
    const ofVoice = told.filter(({ speaker }) => speaker.voice === voice);
    const counted = ofVoice.flatMap(countedClaim);
    return {
      article,
      voice,
      score: counted.length < AUTHOR_MINIMUM ? null : brierScore(counted),
      counted,
      leftOut: ofVoice.flatMap(leftOutClaim),
    };
  });
}

function countedClaim(prediction: Prediction): CountedClaim[] {
  const { id, howSure } = prediction;
  const came = cameTrue(prediction);
  if (came === null || howSure.percent === null) return [];
  return [{ prediction: id, percent: howSure.percent, cameTrue: came }];
}

function leftOutClaim(prediction: Prediction): AuthorScore['leftOut'] {
  const why = whyLeftOut(prediction);
  return why === null ? [] : [{ prediction: prediction.id, why }];
}

function whyLeftOut({ outcome, howSure }: Prediction): LeftOut | null {
  if (outcome === null || outcome.result === 'open') return null;
  if (outcome.signedBy.length === 0) return 'unsigned';
  if (outcome.result !== 'true' && outcome.result !== 'false') return outcome.result;
  return howSure.percent === null ? 'no step' : null;
}
