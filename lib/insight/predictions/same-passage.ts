import type { Annotation } from '../../annotation/record.ts';
import { byLogTime, type Logged } from './logged.ts';

type Mark = Logged<Annotation>;

interface Range {
  /** UTF-16, half-open. */
  start: number;
  end: number;
}

/** Marks that are the same prediction, and the range that stands for them. */
export interface PredictedPassage extends Range {
  /** In the order of the log. */
  marks: readonly Mark[];
}

/** Marks of one reading as predictions, in the order of the text (PR1). Depends on how many chose a range, never on who. */
export function predictedPassages(marks: readonly Mark[]): PredictedPassage[] {
  const ranges = Map.groupBy(marks, ({ record }) => `${record.target.start}-${record.target.end}`);
  const joined = new Map<ChosenRange, Mark[]>();
  for (const range of [...ranges.values()].map(chosenRange).toSorted(byChoice)) {
    const into = bestMatch(range, joined.keys()) ?? range;
    joined.set(into, [...(joined.get(into) ?? []), ...range.marks]);
  }
  return [...joined]
    .map(([{ start, end }, all]) => ({ start, end, marks: all.toSorted(byLogTime) }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** The one that a range is the same passage as; of several the one that it shares most with. */
export function bestMatch<P extends Range>(range: Range, passages: Iterable<P>): P | null {
  let best: P | null = null;
  for (const passage of passages)
    if (isSame(range, passage) && (best === null || alike(range, passage) > alike(range, best)))
      best = passage;
  return best;
}

interface ChosenRange extends Range {
  marks: readonly Mark[];
  /** How many chose exactly it. */
  members: number;
}

function chosenRange(marks: readonly Mark[]): ChosenRange {
  const [first] = marks;
  if (first === undefined) throw new Error('a range without marks');
  const { start, end } = first.record.target;
  return { start, end, marks, members: new Set(marks.map(({ record }) => record.author)).size };
}

function byChoice(a: ChosenRange, b: ChosenRange): number {
  return b.members - a.members || a.start - b.start || a.end - b.end;
}

/** What they share is more than half of each. */
function isSame(a: Range, b: Range): boolean {
  return shared(a, b) * 2 > Math.max(a.end - a.start, b.end - b.start);
}

/** Of all that both cover, the share that both cover (P. Jaccard, 1901). */
function alike(a: Range, b: Range): number {
  const common = shared(a, b);
  return common / (a.end - a.start + b.end - b.start - common);
}

function shared(a: Range, b: Range): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
