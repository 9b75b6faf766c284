import { type AssessmentOf, lastOfEach, type Logged } from './logged.ts';

export interface Forecast {
  /** Key of the record. */
  id: string;
  user: string;
  percent: number;
  logged: string;
  /** Entered after the outcome: counts nowhere (PR10). */
  hindsight: boolean;
}

/**
 * Each member's newest forecast, and of who forecast again after the outcome that one too, as hindsight. `since`: when the
 * outcome was first entered; null while there is none.
 */
export function forecastsOf(
  said: readonly Logged<AssessmentOf<'forecast'>>[],
  since: string | null,
): Forecast[] {
  const late = Map.groupBy(said, ({ logged }) => since !== null && logged > since);
  return [false, true].flatMap((hindsight) =>
    lastOfEach(late.get(hindsight) ?? []).map(({ record, logged }) => ({
      id: record.id,
      user: record.author,
      percent: record.percent,
      logged,
      hindsight,
    })),
  );
}
