import { recordKey } from '#lib/annotation/record-key.ts';
import type { Assessment } from '#lib/annotation/record.ts';
import type { Evidence, Result } from '#lib/insight/predictions/outcomes.ts';
import type { Step } from '#lib/insight/predictions/how-sure.ts';
import { newLocalId } from '#lib/client/new-record.ts';

/** What a member says of a prediction (`on`: key of one of its marks), or of an outcome (`signoff`). */
export type Judgement = { on: string } & (
  | { kind: 'sounds'; step: Step }
  | { kind: 'forecast'; percent: number }
  | { kind: 'outcome'; result: Result; date?: string; evidence?: Evidence[] }
  | { kind: 'signoff'; agree: boolean }
);

/** `now`: milliseconds since the epoch. */
export function newAssessment(user: { id: string }, said: Judgement, now: number): Assessment {
  const id = recordKey(user.id, newLocalId());
  return { id, author: user.id, created: new Date(now).toISOString(), ...said };
}
