import type { RecordWrite } from '#lib/client/reading-session.ts';
import type { Prediction } from '#lib/insight/predictions/prediction.ts';
import { type Judgement, newAssessment } from './new-assessment.ts';

/** Distributes over the kinds: each without what it is about. */
type WithoutOn<T> = T extends unknown ? Omit<T, 'on'> : never;

/** The key that what I say of a prediction is about: my own mark, which the margin shows it at, else the earliest. */
function markToJudge({ marks, id }: Prediction, me: string): string {
  return marks.find(({ user }) => user === me)?.id ?? id;
}

/** What I say of a prediction, in place of what I had said (keys of those records). */
export function judgement(
  prediction: Prediction,
  user: { id: string },
  said: WithoutOn<Judgement>,
  before: readonly string[],
): RecordWrite[] {
  const on = markToJudge(prediction, user.id);
  const value = newAssessment(user, { ...said, on }, Date.now());
  return [...before.map(removal), { map: 'assessments', key: value.id, value }];
}

/** My signature under an outcome, or that I do not agree. */
export function signature(user: { id: string }, outcome: string, agree: boolean): RecordWrite[] {
  const value = newAssessment(user, { kind: 'signoff', on: outcome, agree }, Date.now());
  return [{ map: 'assessments', key: value.id, value }];
}

export function removal(key: string): RecordWrite {
  return { map: 'assessments', key, value: null };
}
