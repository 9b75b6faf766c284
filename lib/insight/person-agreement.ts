import type { Annotation } from '../annotation/record.ts';
import { type Figure, figure, undefinedFor } from './agreement/figure.ts';
import { MISSING, type Ratings } from './agreement/ratings.ts';
import { type UnitCounts, likenesses } from './agreement/unit-counts.ts';
import { coveredLength } from './covered-length.ts';

/** How one person marked, and how that goes with what the rest did. */
export interface PersonAgreement {
  readonly user: string;
  /** Tagged annotations by tag. */
  readonly tags: Readonly<Record<string, number>>;
  /** The share of the text's characters that they tagged, 0 to 1. */
  readonly coverage: number;
  readonly withRest: Figure<WithRest>;
  /** Tagged annotations by tag in the first, second and last third of their own, in order of time; none below nine. */
  readonly drift: readonly Readonly<Record<string, number>>[];
}

export interface WithRest {
  /** Mean likeness of their vote to each other vote on the same sentence, 0 to 1. */
  readonly value: number;
  /** Votes of others that theirs were compared with. */
  readonly pairs: number;
  /** Sentences on which they and somebody else voted. */
  readonly units: number;
}

/** Fewer marks tell nothing of how somebody changed. */
const FEWEST_FOR_DRIFT = 9;

type OwnFigures = Pick<PersonAgreement, 'tags' | 'coverage' | 'drift'>;

/** By list of marks and length of the text: most people have marked nothing new since they were last looked at. */
const known = new WeakMap<readonly Annotation[], { length: number; figures: OwnFigures | null }>();

/** By the marks' own times: they only order a person's own (drift). `length`: of the text. Null for who tagged nothing. */
export function personFigures(marks: readonly Annotation[], length: number): OwnFigures | null {
  const before = known.get(marks);
  if (before?.length === length) return before.figures;
  const figures = ownFigures(marks.filter(isTagged), length);
  known.set(marks, { length, figures });
  return figures;
}

function ownFigures(tagged: readonly Tagged[], length: number): OwnFigures | null {
  if (tagged.length === 0) return null;
  return {
    tags: tagCounts(tagged),
    coverage: length === 0 ? 0 : coveredLength(tagged.map(({ target }) => target)) / length,
    drift: driftOf(tagged),
  };
}

type Tagged = Annotation & { readonly tag: string };
const isTagged = (mark: Annotation): mark is Tagged => mark.tag !== null;

function tagCounts(marks: readonly { tag: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { tag } of marks) counts[tag] = (counts[tag] ?? 0) + 1;
  return counts;
}

function driftOf(marks: readonly Tagged[]): Record<string, number>[] {
  if (marks.length < FEWEST_FOR_DRIFT) return [];
  const inOrder = marks.toSorted((a, b) => compare(a.created, b.created) || compare(a.id, b.id));
  const ends = [0, 1, 2, 3].map((third) => Math.round((marks.length * third) / 3));
  return [0, 1, 2].map((third) => tagCounts(inOrder.slice(ends[third], ends[third + 1])));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By unit and value, the likeness of that vote to all votes on the unit, summed: row by row. People share it. */
export function likenessMet({ units, values, counts }: UnitCounts): Float64Array {
  const width = values.length;
  const alike = likenesses(values);
  const met = new Float64Array(units * width);
  for (let unit = 0; unit < units; unit += 1) {
    for (let given = 0; given < width; given += 1) {
      const times = counts[unit * width + given] ?? 0;
      if (times === 0) continue;
      for (let own = 0; own < width; own += 1)
        met[unit * width + own] =
          (met[unit * width + own] ?? 0) + times * (alike[own * width + given] ?? 0);
    }
  }
  return met;
}

/** `row`: one person's votes of `ratings`. `met`: `likenessMet`; of it a vote's likeness to itself, which is 1, is taken away. */
export function agreementWithRest(
  row: Ratings['rows'][number],
  { values, voters }: UnitCounts,
  met: Float64Array,
): Figure<WithRest> {
  let [sum, pairs, units] = [0, 0, 0];
  for (let unit = 0; unit < row.length; unit += 1) {
    const own = row[unit] ?? MISSING;
    const others = (voters[unit] ?? 0) - 1;
    if (own === MISSING || others < 1) continue;
    sum += (met[unit * values.length + own] ?? 0) - 1;
    pairs += others;
    units += 1;
  }
  return units === 0
    ? undefinedFor('nothing-shared')
    : figure({ value: sum / pairs, pairs, units });
}
