import { type AssessmentOf, lastOfEach, type Logged } from './logged.ts';

export type Step = AssessmentOf<'sounds'>['step'];

/** How sure the author sounds (PR7). */
export interface HowSure {
  /** `id`: key of the record. */
  people: { id: string; user: string; step: Step }[];
  /** 1 to 5, halves where the middle lies between two steps; null when nobody has said. */
  median: number | null;
  /** What the median stands for, in percent. */
  percent: number | null;
}

/** What the steps 1 to 5 stand for, in percent. */
const PERCENTS: Record<Step, number> = { 1: 5, 2: 25, 3: 50, 4: 75, 5: 95 };

export function howSureOf(said: readonly Logged<AssessmentOf<'sounds'>>[]): HowSure {
  const steps = lastOfEach(said).map(({ record }) => record);
  const sorted = steps.map(({ step }) => step).toSorted((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  const people = steps.map(({ id, author, step }) => ({ id, user: author, step }));
  if (low === undefined || high === undefined) return { people, median: null, percent: null };
  return { people, median: (low + high) / 2, percent: (PERCENTS[low] + PERCENTS[high]) / 2 };
}
