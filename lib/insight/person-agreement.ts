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

/** By the marks' own times: they only order a person's own (drift). `length`: of the text. */
export function personFigures(
  user: string,
  marks: readonly Annotation[],
  length: number,
): Omit<PersonAgreement, 'withRest'> {
  const tagged = marks.filter(isTagged);
  return {
    user,
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

function driftOf(marks: readonly { tag: string; created: string }[]): Record<string, number>[] {
  if (marks.length < FEWEST_FOR_DRIFT) return [];
  const inOrder = marks.toSorted((a, b) => (a.created < b.created ? -1 : 1));
  const ends = [0, 1, 2, 3].map((third) => Math.round((marks.length * third) / 3));
  return [0, 1, 2].map((third) => tagCounts(inOrder.slice(ends[third], ends[third + 1])));
}

/** `alike`: likenesses of the votes, which several people share. `row`: one person's votes of `ratings`. The votes of all others on a sentence are taken together, so it costs by sentences, not by people. */
export function agreementWithRest(
  row: Ratings['rows'][number],
  counts: UnitCounts,
  alike = likenesses(counts.values),
): Figure<WithRest> {
  const width = counts.values.length;
  let [sum, pairs, units] = [0, 0, 0];
  for (let unit = 0; unit < row.length; unit += 1) {
    const own = row[unit] ?? MISSING;
    const others = (counts.voters[unit] ?? 0) - 1;
    if (own === MISSING || others < 1) continue;
    for (let value = 0; value < width; value += 1) {
      const gave = (counts.counts[unit * width + value] ?? 0) - (value === own ? 1 : 0);
      sum += gave * (alike[own * width + value] ?? 0);
    }
    pairs += others;
    units += 1;
  }
  return units === 0
    ? undefinedFor('nothing-shared')
    : figure({ value: sum / pairs, pairs, units });
}
