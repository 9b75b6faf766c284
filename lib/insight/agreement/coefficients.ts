import { type Alpha, krippendorffsAlpha } from './alpha.ts';
import { type Range, alphaRange } from './alpha-range.ts';
import { type AlphaU, alphaU } from './alpha-u.ts';
import { type ConfusedPair, mostConfusedPair } from './confused-pair.ts';
import type { Continuum } from './continuum.ts';
import { type DawidSkene, dawidSkene } from './dawid-skene.ts';
import type { Figure } from './figure.ts';
import { type ManyPeople, fleissKappa, gwetsAc1 } from './many-people.ts';
import type { Ratings } from './ratings.ts';
import { type SameTag, sameTagChance } from './same-tag.ts';
import type { Generator } from './seeded.ts';
import { type SpanF1, spanF1 } from './span-f1.ts';
import { type TwoPeople, cohensKappa, scottsPi } from './two-people.ts';
import { unitCountsOf } from './unit-counts.ts';
import { type UnitizingAlpha, unitizingAlpha } from './unitizing-alpha.ts';

/** Every coefficient over votes on units. */
export interface UnitCoefficients {
  readonly sameTag: Figure<SameTag>;
  readonly alpha: Figure<Alpha>;
  readonly alphaRange: Figure<Range>;
  readonly mostConfused: Figure<ConfusedPair>;
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
    alpha: krippendorffsAlpha(counts),
    alphaRange: alphaRange(counts, random),
    mostConfused: mostConfusedPair(counts),
    cohensKappa: cohensKappa(ratings),
    scottsPi: scottsPi(ratings),
    fleissKappa: fleissKappa(counts),
    gwetsAc1: gwetsAc1(counts),
    dawidSkene: dawidSkene(ratings),
  };
}

/** Every coefficient over spans in a text. */
export interface SpanCoefficients extends UnitizingAlpha {
  readonly alphaU: AlphaU;
  readonly f1: SpanF1;
}

export function spanCoefficients(continuum: Continuum): SpanCoefficients {
  return {
    ...unitizingAlpha(continuum),
    alphaU: alphaU(continuum),
    f1: spanF1(continuum),
  };
}
