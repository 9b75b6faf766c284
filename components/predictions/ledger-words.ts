import type { LeftOut } from '#lib/insight/predictions/author-scores.ts';
import type { Step } from '#lib/insight/predictions/how-sure.ts';
import type { Result } from '#lib/insight/predictions/outcomes.ts';
import type { PredictionState } from '#lib/insight/predictions/prediction.ts';

/** How the ledger says things. */
export const STEPS: readonly { step: Step; name: string }[] = [
  { step: 1, name: 'very unsure' },
  { step: 2, name: 'unsure' },
  { step: 3, name: 'even' },
  { step: 4, name: 'fairly sure' },
  { step: 5, name: 'certain' },
];

/** "fairly sure", or "between even and fairly sure" of a half step. */
export function stepInWords(step: number): string {
  const nameOf = (whole: number): string => STEPS[whole - 1]?.name ?? '';
  if (Number.isInteger(step)) return nameOf(step);
  return `between ${nameOf(Math.floor(step))} and ${nameOf(Math.ceil(step))}`;
}

export const RESULTS: readonly { result: Result; name: string; hint: string }[] = [
  { result: 'true', name: 'came true', hint: '' },
  { result: 'false', name: 'did not', hint: '' },
  { result: 'partly', name: 'partly', hint: 'in part, or not in time' },
  { result: 'void', name: 'void', hint: 'its condition was never met' },
  { result: 'ambiguous', name: 'ambiguous', hint: 'there is nothing to judge it by' },
  { result: 'open', name: 'still open', hint: 'nobody can say yet' },
];

export function resultInWords(result: Result): string {
  return RESULTS.find((one) => one.result === result)?.name ?? result;
}

export const STATES: Record<PredictionState, { name: string; sign: string }> = {
  open: { name: 'open', sign: '○' },
  due: { name: 'due', sign: '◐' },
  resolved: { name: 'resolved', sign: '●' },
};

export const WHY_LEFT_OUT: Record<LeftOut, string> = {
  void: 'void',
  partly: 'came true in part',
  ambiguous: 'ambiguous',
  unsigned: 'not signed by a second member yet',
  'no step': 'nobody said how sure it sounds',
};

/** Of a score: two digits say enough. */
export function scoreInWords(score: number): string {
  return score.toFixed(2);
}

/** With a space at which no line breaks. */
export function percentInWords(percent: number): string {
  return `${Number(percent.toFixed(1))}\u00a0%`;
}

/** "24 February 2022" of an ISO day; other words as they are. */
export function dayInWords(day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
  const written = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return written.format(new Date(day));
}
