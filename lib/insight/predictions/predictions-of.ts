import type { Annotation, Assessment } from '../../annotation/record.ts';
import type { Block } from '../../article/document.ts';
import { lastStartingBy } from '../../anchor/last-starting-by.ts';
import { forecastsOf } from './forecasts.ts';
import { howSureOf } from './how-sure.ts';
import { inSentence } from './in-sentence.ts';
import { aYearAfter, latestDayBeforeComma } from './latest-day.ts';
import { compared, type Logged, type LoggedOfMap, ofKind } from './logged.ts';
import { isSigned, knownSince, type Outcome, outcomesOf } from './outcomes.ts';
import type { Prediction, PredictionState } from './prediction.ts';
import { byWhen, judgedBy, speakerOf } from './said-of-passage.ts';
import { bestMatch, type PredictedPassage, predictedPassages } from './same-passage.ts';

/** One reading, and what the asker may read of its records. */
export interface PredictedReading {
  id: string;
  /** `written`: when, as a person noted it; null when that is not known. */
  article: { id: string; title: string; written: string | null };
  text: string;
  blocks: readonly Block[];
  records: readonly LoggedOfMap[];
}

/** What members said of one passage. */
type Said = readonly Logged<Assessment>[];

/** A reading's predictions in the order of the text. `today`: `YYYY-MM-DD`, UTC. */
export function predictionsOf(reading: PredictedReading, today: string): Prediction[] {
  const annotations = reading.records.filter(isAnnotation);
  const assessments = reading.records.filter(isAssessment);
  const passages = predictedPassages(
    annotations.filter(({ record }) => record.tag === 'prediction'),
  );
  const passageOn = passageByMark(passages, annotations);
  const said = Map.groupBy(assessments, ({ record }) => passageOn.get(record.on ?? ''));
  const signoffs = ofKind(assessments, 'signoff');
  return passages.map((passage) => {
    const { outcome, earlierOutcomes } = outcomesIn(said.get(passage) ?? [], signoffs);
    const all = outcome === null ? [] : [outcome, ...earlierOutcomes];
    const by = byWhenOf(passage, reading.article.written, today);
    return {
      ...placeOf(passage, reading),
      by,
      ...whatWasSaid(said.get(passage) ?? [], all),
      outcome,
      earlierOutcomes,
      state: stateOf(by.passed, outcome),
    };
  });
}

/** Marks that lost their tag still say of which passage their assessments are (PR2). */
function passageByMark(
  passages: readonly PredictedPassage[],
  annotations: readonly Logged<Annotation>[],
): ReadonlyMap<string, PredictedPassage> {
  const byMark = new Map<string, PredictedPassage>();
  for (const passage of passages)
    for (const { record } of passage.marks) byMark.set(record.id, passage);
  for (const { record } of annotations) {
    const passage = byMark.has(record.id) ? null : bestMatch(record.target, passages);
    if (passage !== null) byMark.set(record.id, passage);
  }
  return byMark;
}

function outcomesIn(
  said: Said,
  signoffs: Parameters<typeof outcomesOf>[1],
): Pick<Prediction, 'outcome' | 'earlierOutcomes'> {
  const [outcome = null, ...earlierOutcomes] = outcomesOf(ofKind(said, 'outcome'), signoffs);
  return { outcome, earlierOutcomes };
}

function whatWasSaid(
  said: Said,
  outcomes: readonly Outcome[],
): Pick<Prediction, 'howSure' | 'forecasts'> {
  return {
    howSure: howSureOf(ofKind(said, 'sounds')),
    forecasts: forecastsOf(ofKind(said, 'forecast'), knownSince(outcomes)),
  };
}

function placeOf(
  { start, end, marks }: PredictedPassage,
  { id, text, blocks }: PredictedReading,
): Omit<Prediction, 'by' | 'howSure' | 'forecasts' | 'outcome' | 'earlierOutcomes' | 'state'> {
  const block = blocks[lastStartingBy(blocks, start, (one) => one.start)];
  const [first] = marks.toSorted((a, b) => compared(a.record.created, b.record.created));
  return {
    id: first?.record.id ?? '',
    reading: id,
    start,
    end,
    ...inSentence({ start, end }, text, blocks),
    marks: marks.map(({ record }) => ({ id: record.id, user: record.author })),
    speaker: speakerOf(marks, block),
    judgedBy: judgedBy(marks),
  };
}

/** Whether the date has passed; without one an old article's has (PR6). */
function byWhenOf(
  { marks }: PredictedPassage,
  written: string | null,
  today: string,
): Prediction['by'] {
  const { words, due } = byWhen(marks);
  const age = written === null ? null : latestDayBeforeComma(written);
  const passed = due === null ? age !== null && aYearAfter(age) < today : due < today;
  return { words, due, passed };
}

function stateOf(passed: boolean, outcome: Outcome | null): PredictionState {
  const told = outcome !== null && outcome.result !== 'open';
  if (told && isSigned(outcome)) return 'resolved';
  return passed || told ? 'due' : 'open';
}

function isAnnotation(entry: LoggedOfMap): entry is LoggedOfMap & Logged<Annotation> {
  return entry.map === 'annotations';
}

function isAssessment(entry: LoggedOfMap): entry is LoggedOfMap & Logged<Assessment> {
  return entry.map === 'assessments';
}
