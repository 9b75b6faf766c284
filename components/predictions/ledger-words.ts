import type { LeftOut } from '#lib/insight/predictions/author-scores.ts';
import type { Step } from '#lib/insight/predictions/how-sure.ts';
import type { Result } from '#lib/insight/predictions/outcomes.ts';
import type { PredictionState } from '#lib/insight/predictions/prediction.ts';

/** How the ledger says things. */
export const STEPS: readonly { step: Step; name: string }[] = [
  { step: 1, name: 'very unsure' },
  { step: 2, name: 'unsure' },
  { step: 3, name: 'half sure' },
  { step: 4, name: 'fairly sure' },
  { step: 5, name: 'certain' },
];

/** "fairly sure", or "between half sure and fairly sure" of a half step. */
export function stepInWords(step: number): string {
  const nameOf = (whole: number): string => STEPS[whole - 1]?.name ?? '';
  if (Number.isInteger(step)) return nameOf(step);
  return `between ${nameOf(Math.floor(step))} and ${nameOf(Math.ceil(step))}`;
}

export const RESULTS: readonly { result: Result; name: string; hint: string }[] = [
  { result: 'true', name: 'came true', hint: '' },
  { result: 'false', name: 'did not come true', hint: '' },
  { result: 'partly', name: 'came true in part', hint: 'or too late' },
  { result: 'void', name: 'does not apply', hint: 'what it depended on never happened' },
  {
    result: 'ambiguous',
    name: 'cannot be judged',
    hint: 'it does not say what would make it true',
  },
  { result: 'open', name: 'nobody can say yet', hint: '' },
];

export function resultInWords(result: Result): string {
  return RESULTS.find((one) => one.result === result)?.name ?? result;
}

export const STATES: Record<PredictionState, { name: string; sign: string }> = {
  open: { name: 'still to come', sign: '○' },
  due: { name: 'to be checked', sign: '◐' },
  resolved: { name: 'settled', sign: '●' },
};

export const WHY_LEFT_OUT: Record<LeftOut, string> = {
  void: 'what it depended on never happened',
  partly: 'came true only in part',
  ambiguous: 'cannot be judged',
  unsigned: 'no second person has confirmed the answer yet',
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
