import { type Alpha, krippendorffsAlpha } from './agreement/alpha.ts';
import { type ConfusedPair, mostConfusedPair } from './agreement/confused-pair.ts';
import { type Undefined, type Figure, undefinedFor } from './agreement/figure.ts';
import { type SameTag, sameTagChance } from './agreement/same-tag.ts';
import type { UnitCounts } from './agreement/unit-counts.ts';
import type { Evidence } from './evidence.ts';

/** How far members agree, by one vote each per sentence: what is quickly told. */
export interface Agreement {
  /** Members whose votes count: they tagged something or are done up to somewhere. */
  readonly people: number;
  /** Of the text. */
  readonly sentences: number;
  /** Sentences on which two or more voted. */
  readonly shared: number;
  /** Members who are done with the whole text, by id. */
  readonly done: readonly string[];
  /** Members who are done up to somewhere. */
  readonly doneSomewhere: number;
  readonly sameTag: Figure<SameTag>;
  readonly alpha: Figure<Alpha>;
  readonly mostConfused: Figure<ConfusedPair>;
}

/** Fewer shared sentences give no number (E6). */
const FEWEST_SHARED = 5;

export function agreementOf(evidence: Evidence): Agreement {
  const counts = evidence.counts();
  const known = {
    people: evidence.ratings().rows.length,
    sentences: evidence.sentences,
    shared: sharedUnits(counts),
    done: evidence.done(),
    doneSomewhere: evidence.doneSomewhere(),
  };
  const hidden = whyHidden(known);
  return hidden === null
    ? {
        ...known,
        sameTag: sameTagChance(counts),
        alpha: krippendorffsAlpha(counts),
        mostConfused: mostConfusedPair(counts),
      }
    : { ...known, sameTag: hidden, alpha: hidden, mostConfused: hidden };
}

/** Null from two people and five shared sentences on; else what is said in place of all numbers. */
export function whyHidden({
  people,
  shared,
}: Pick<Agreement, 'people' | 'shared'>): Undefined | null {
  if (people === 0) return undefinedFor('nobody');
  if (people === 1) return undefinedFor('one-person');
  if (shared === 0) return undefinedFor('nothing-shared');
  return shared < FEWEST_SHARED ? undefinedFor('few-shared') : null;
}

/** Sentences on which two or more voted. */
export function sharedUnits({ voters }: Pick<UnitCounts, 'voters'>): number {
  return voters.reduce((sum, votes) => sum + (votes > 1 ? 1 : 0), 0);
}
