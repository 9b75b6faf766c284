import type { Step, Tag } from './deeds.ts';

/** What a sentence sounds like to somebody who looks at its words alone. */
export interface Claim {
  /** How much speaks for each tag; they add up to 1. */
  weights: Record<Tag, number>;
  hedged: boolean;
  conditional: boolean;
  /** Tells what somebody else said. */
  reported: boolean;
  /** Holds a number or a date: something that can be looked up. */
  checkable: boolean;
  sure: Step;
}

const FUTURE =
  /\b(?:will|won['’]t|would|shall|may|could|going to|expect(?:s|ed)?|forecasts?|soon|before long|sooner or later|next (?:week|month|year|winter|spring))\b/giu;
const HEDGE = /\b(?:may|might|could|perhaps|probably|possibly|likely|seems?)\b/giu;
const CERTAIN = /\b(?:will|never|certainly|inevitably|must|always|cannot)\b/giu;
const VALUE =
  /\b(?:should|must|ought|best|better|worse|worst|right|wrong|wise|foolish|fair|unfair|brave|shameful|reckless|dangerous|humane|kind(?:ness)?|cruel|bleak|ug(?:ly|lier|liest)|simpl[ey]|mistake|fault|blame|(?:un)?clear|(?:un)?likely|strong(?:er|est)?|weak(?:er|est)?|think|believes?|hopes?|fears?|wants?|perhaps|true|too|only)\b/giu;
const PAST =
  /\b(?:was|were|had|did|has|have|said|says|told|counts?|signed|began|fell|left|went|took|gave|[a-z]{3,}ed)\b/giu;
const CHECKABLE =
  /\d|\b(?:hundred|thousand|million|percent|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December)\b/giu;
const REPORTED = /\b(?:said|says|told|argues?|according to|warned|announced|reported)\b/iu;

/** A plausible first impression, from common words of English: no more than that. */
export function claimOf(sentence: string): Claim {
  const count = (pattern: RegExp): number => sentence.match(pattern)?.length ?? 0;
  const hedges = count(HEDGE);
  const checkable = count(CHECKABLE);
  const evidence: Record<Tag, number> = {
    fact: 0.85 + 0.35 * Math.min(count(PAST), 3) + 0.8 * Math.min(checkable, 2),
    prediction: 0.25 + 1.9 * Math.min(count(FUTURE), 2),
    opinion: 0.8 + 1.1 * Math.min(count(VALUE), 3),
  };
  return {
    weights: shares(evidence),
    hedged: hedges > 0,
    conditional: /\b(?:if|unless|provided that)\b/iu.test(sentence),
    reported: REPORTED.test(sentence),
    checkable: checkable > 0,
    sure: stepOf(3 + count(CERTAIN) - hedges),
  };
}

/** The nearest of the five steps. */
export function stepOf(value: number): Step {
  return Math.min(5, Math.max(1, Math.round(value))) as Step;
}

/** Squared, so that the stronger impression counts for more. */
function shares(evidence: Record<Tag, number>): Record<Tag, number> {
  const squares = Object.entries(evidence).map(([tag, value]) => [tag, value ** 2] as const);
  const total = squares.reduce((sum, [, square]) => sum + square, 0);
  return Object.fromEntries(squares.map(([tag, square]) => [tag, square / total])) as Record<
    Tag,
    number
  >;
}
