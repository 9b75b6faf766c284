import { type AssessmentOf, byLogTime, lastOfEach, type Logged } from './logged.ts';

type OutcomeRecord = AssessmentOf<'outcome'>;
export type Result = OutcomeRecord['result'];
export type Evidence = NonNullable<OutcomeRecord['evidence']>[number];

/** What came of a prediction, in the words of one member. */
export interface Outcome {
  /** Key of the record. */
  id: string;
  user: string;
  result: Result;
  /** As it was written; null when it was not. */
  date: string | null;
  evidence: readonly Evidence[];
  logged: string;
  /** Other members, by what their newest sign-off says. */
  signedBy: string[];
  refusedBy: string[];
}

/** All outcomes of a prediction, newest first: the first one counts (PR8). */
export function outcomesOf(
  outcomes: readonly Logged<OutcomeRecord>[],
  signoffs: readonly Logged<AssessmentOf<'signoff'>>[],
): Outcome[] {
  return outcomes
    .toSorted(byLogTime)
    .toReversed()
    .map((outcome) => outcomeOf(outcome, signoffs));
}

/** Says what came, and somebody else has signed it. `open` says that nothing came yet. */
export function isSigned({ result, signedBy }: Outcome): boolean {
  return result !== 'open' && signedBy.length > 0;
}

/** When the first of them said what came; null when none did. */
export function knownSince(outcomes: readonly Outcome[]): string | null {
  return outcomes.findLast(({ result }) => result !== 'open')?.logged ?? null;
}

function outcomeOf(
  { record, logged }: Logged<OutcomeRecord>,
  signoffs: readonly Logged<AssessmentOf<'signoff'>>[],
): Outcome {
  const { id, author, result, date = null, evidence = [] } = record;
  const ofOthers = signoffs.filter(({ record }) => record.on === id && record.author !== author);
  // What was signed before it was written again is not what stands there now.
  const standing = lastOfEach(ofOthers).filter((signoff) => signoff.logged >= logged);
  const saying = (agree: boolean): string[] =>
    standing.filter(({ record }) => record.agree === agree).map(({ record }) => record.author);
  return {
    id,
    user: author,
    result,
    date,
    evidence,
    logged,
    signedBy: saying(true),
    refusedBy: saying(false),
  };
}
