import { type Alpha, krippendorffsAlpha } from './alpha.ts';
import { type AlphaU, alphaU } from './alpha-u.ts';
import type { Range } from './bootstrap.ts';
import { type ConfusedPair, mostConfusedPair } from './confused-pair.ts';
import type { Continuum } from './continuum.ts';
import { type DawidSkene, dawidSkene } from './dawid-skene.ts';
import type { Figure } from './figure.ts';
import { type WithoutOne, withoutOne } from './leave-one-out.ts';
import { type ManyPeople, fleissKappa, gwetsAc1 } from './many-people.ts';
import type { Ratings } from './ratings.ts';
import { type SameTag, sameTagChance } from './same-tag.ts';
import type { Generator } from './seeded.ts';
import { type SpanF1, spanF1 } from './span-f1.ts';
import { type TwoPeople, cohensKappa, scottsPi } from './two-people.ts';
import { unitCountsOf } from './unit-counts.ts';
import { type UnitizingAlpha, unitizingAlpha } from './unitizing-alpha.ts';
import { type Section, unitizingRanges } from './unitizing-ranges.ts';
import { alphaRange, mostConfusedRange, sameTagRange } from './vote-ranges.ts';

/** Every coefficient over votes on units. */
export interface UnitCoefficients {
  readonly sameTag: Figure<SameTag>;
  readonly sameTagRange: Figure<Range>;
  readonly alpha: Figure<Alpha>;
  readonly alphaRange: Figure<Range>;
  readonly mostConfused: Figure<ConfusedPair>;
  /** Of the share that the most confused pair has in all differing pairs. */
  readonly mostConfusedRange: Figure<Range>;
  readonly cohensKappa: Figure<TwoPeople>;
  readonly scottsPi: Figure<TwoPeople>;
  readonly fleissKappa: Figure<ManyPeople>;
  readonly gwetsAc1: Figure<ManyPeople>;
  readonly dawidSkene: Figure<DawidSkene>;
}

export function unitCoefficients(ratings: Ratings, random: Generator): UnitCoefficients {
  const counts = unitCountsOf(ratings);
  return {
    sameTag: sameTagChance(counts),
    sameTagRange: sameTagRange(counts, random),
    alpha: krippendorffsAlpha(counts),
    alphaRange: alphaRange(counts, random),
    mostConfused: mostConfusedPair(counts),
    mostConfusedRange: mostConfusedRange(counts, random),
    cohensKappa: cohensKappa(ratings),
    scottsPi: scottsPi(ratings),
    fleissKappa: fleissKappa(counts),
    gwetsAc1: gwetsAc1(counts),
    dawidSkene: dawidSkene(ratings),
  };
}

/** Every coefficient over spans in a text. */
export interface SpanCoefficients extends UnitizingAlpha {
  readonly uAlphaRange: Figure<Range>;
  readonly barUAlphaRange: Figure<Range>;
  readonly cuAlphaRange: Figure<Range>;
  readonly barUAlphaWithoutOne: Figure<WithoutOne>;
  readonly cuAlphaWithoutOne: Figure<WithoutOne>;
  readonly alphaU: AlphaU;
  readonly f1: SpanF1;
}

/** `sections`: parts of the text over which the ranges are redrawn. */
export function spanCoefficients(
  continuum: Continuum,
  sections: readonly Section[],
  random: Generator,
): SpanCoefficients {
  const ranges = unitizingRanges(continuum, sections, random);
  return {
    ...unitizingAlpha(continuum),
    uAlphaRange: ranges.uAlpha,
    barUAlphaRange: ranges.barUAlpha,
    cuAlphaRange: ranges.cuAlpha,
    barUAlphaWithoutOne: withoutOne(continuum, (some) => unitizingAlpha(some).barUAlpha),
    cuAlphaWithoutOne: withoutOne(continuum, (some) => unitizingAlpha(some).cuAlpha),
    alphaU: alphaU(continuum),
    f1: spanF1(continuum),
  };
}
