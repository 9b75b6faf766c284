import type { Annotation } from '../annotation/record.ts';
import { type Figure, figure, undefinedFor } from './agreement/figure.ts';
import { MISSING, type Ratings } from './agreement/ratings.ts';
import { type UnitCounts, likenesses } from './agreement/unit-counts.ts';
import { coveredLength } from './covered-length.ts';
import type { Evidence } from './evidence.ts';
import { type OwnStretch, stretchesOf } from './own-stretches.ts';
import { type Tagged, isTagged, tagCounts } from './tagged.ts';

/** How one person marked, and how that goes with what the rest did. */
export interface PersonAgreement {
  readonly user: string;
  /** Tagged annotations by tag. */
  readonly tags: Readonly<Record<string, number>>;
  /** The share of the text's characters that they tagged, 0 to 1. */
  readonly coverage: number;
  readonly withRest: Figure<WithRest>;
  /** How both went over the run of their own marks; empty where those are too few (IP4). */
  readonly drift: readonly DriftStretch[];
}

/** One stretch of somebody's own tagged marks, in order of time. */
export interface DriftStretch {
  readonly marks: number;
  /** Its marks by tag. */
  readonly tags: Readonly<Record<string, number>>;
  /** On sentences that they marked last in this stretch. */
  readonly withRest: Figure<WithRest>;
}

export interface WithRest {
  /** Mean likeness of their vote to each other vote on the same sentence, 0 to 1. */
  readonly value: number;
  /** Votes of others that theirs were compared with. */
  readonly pairs: number;
  /** Sentences on which they and somebody else voted. */
  readonly units: number;
}

interface OwnFigures extends Pick<PersonAgreement, 'tags' | 'coverage'> {
  readonly stretches: readonly OwnStretch[];
}

type Text = Pick<Evidence, 'length' | 'sentencesOf'>;

/** By list of marks and what they are in: most people have marked nothing new since they were last looked at. */
const known = new WeakMap<readonly Annotation[], { text: Text; figures: OwnFigures | null }>();

/** By the marks' own times: they only order a person's own (drift). Null for who tagged nothing. */
export function personFigures(marks: readonly Annotation[], text: Text): OwnFigures | null {
  const before = known.get(marks);
  if (before?.text === text) return before.figures;
  const figures = ownFigures(marks.filter(isTagged), text);
  known.set(marks, { text, figures });
  return figures;
}

function ownFigures(tagged: readonly Tagged[], text: Text): OwnFigures | null {
  if (tagged.length === 0) return null;
  return {
    tags: tagCounts(tagged),
    coverage:
      text.length === 0 ? 0 : coveredLength(tagged.map(({ target }) => target)) / text.length,
    stretches: stretchesOf(tagged, text),
  };
}

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

/**
 * `row`: one person's votes of `ratings`. `met`: `likenessMet`; of it a vote's likeness to itself, which is 1, is taken away. `among`: on these units alone; without it
 * on all.
 */
export function agreementWithRest(
  row: Ratings['rows'][number],
  { values, voters }: UnitCounts,
  met: Float64Array,
  among?: readonly number[],
): Figure<WithRest> {
  let [sum, pairs, units] = [0, 0, 0];
  const count = among?.length ?? row.length;
  for (let at = 0; at < count; at += 1) {
    const unit = among === undefined ? at : (among[at] ?? 0);
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
