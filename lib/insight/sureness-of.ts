import {
  type SpanCoefficients,
  spanCoefficients,
  type UnitCoefficients,
} from './agreement/coefficients.ts';
import type { Continuum } from './agreement/continuum.ts';
import { type DawidSkene, dawidSkene } from './agreement/dawid-skene.ts';
import { type Figure, figure, undefinedFor } from './agreement/figure.ts';
import { type Gamma, gamma } from './agreement/gamma/gamma.ts';
import { fleissKappa, gwetsAc1 } from './agreement/many-people.ts';
import type { Ratings } from './agreement/ratings.ts';
import { seeded } from './agreement/seeded.ts';
import { cohensKappa, scottsPi } from './agreement/two-people.ts';
import { type UnitCounts, unitCountsOf } from './agreement/unit-counts.ts';
import type { Section } from './agreement/unitizing-ranges.ts';
import { alphaRange, mostConfusedRange, sameTagRange } from './agreement/vote-ranges.ts';
import { sharedUnits, whyHidden } from './agreement-of.ts';
import type { Evidence } from './evidence.ts';

/** All that `surenessOf` needs, as plain data: it can be sent to a worker. */
export interface SureInputs {
  readonly ratings: Ratings;
  readonly continuum: Continuum;
  /** Parts of the text over which the figures of spans are redrawn. */
  readonly sections: readonly Section[];
}

/** Of votes; the rest of their coefficients is quickly told (`Agreement`). */
interface OfVotes extends Omit<
  UnitCoefficients,
  'sameTag' | 'alpha' | 'mostConfused' | 'dawidSkene'
> {
  readonly dawidSkene: Figure<Pick<DawidSkene, 'values' | 'shares' | 'rounds' | 'settled'>>;
}

/** What takes longer: how sure the numbers are, spans, and the figures for those who know. */
export interface Sureness extends OfVotes, SpanCoefficients {}

/** Same votes, same range (B2). */
export const SEED = 1;

export function sureInputsOf(evidence: Evidence): SureInputs {
  return {
    ratings: evidence.ratings(),
    continuum: evidence.continuum(),
    sections: evidence.sections,
  };
}

export function surenessOf({ ratings, continuum, sections }: SureInputs): Sureness {
  return { ...ofVotes(ratings), ...ofSpans(continuum, sections) };
}

/** It takes up to a second, so it is asked for alone, and by nobody in whose way it stands. */
export function gammaOf({ continuum }: Pick<SureInputs, 'continuum'>): Figure<Gamma> {
  return Object.keys(continuum.raters).length < 2
    ? undefinedFor('none-done')
    : gamma(continuum, seeded(SEED));
}

function ofVotes(ratings: Ratings): OfVotes {
  const counts = unitCountsOf(ratings);
  const hidden = whyHidden({ people: ratings.rows.length, shared: sharedUnits(counts) });
  if (hidden !== null)
    return {
      sameTagRange: hidden,
      alphaRange: hidden,
      mostConfusedRange: hidden,
      cohensKappa: hidden,
      scottsPi: hidden,
      fleissKappa: hidden,
      gwetsAc1: hidden,
      dawidSkene: hidden,
    };
  return {
    sameTagRange: sameTagRange(counts, seeded(SEED)),
    alphaRange: alphaRange(counts, seeded(SEED)),
    mostConfusedRange: mostConfusedRange(counts, seeded(SEED)),
    cohensKappa: cohensKappa(ratings),
    scottsPi: scottsPi(ratings),
    fleissKappa: fleissKappa(counts),
    gwetsAc1: gwetsAc1(counts),
    dawidSkene: sharesOf(counts, ratings),
  };
}

/** More take seconds, and the shares are then hardly others than those of the votes. */
const MOST_VOTES = 20_000;

/** Who errs how often is nobody's business here, and what each sentence is would be taken for the truth. */
function sharesOf({ voters }: UnitCounts, ratings: Ratings): Sureness['dawidSkene'] {
  const votes = voters.reduce((sum, here) => sum + here, 0);
  if (votes > MOST_VOTES) return undefinedFor('too-many-votes');
  const figures = dawidSkene(ratings);
  if (!figures.defined) return figures;
  const { values, shares, rounds, settled } = figures;
  return figure({ values, shares, rounds, settled });
}

function ofSpans(continuum: Continuum, sections: readonly Section[]): SpanCoefficients {
  return Object.keys(continuum.raters).length < 2
    ? noSpans()
    : spanCoefficients(continuum, sections, seeded(SEED));
}

/** Silence is known of those alone who are done (N6). */
function noSpans(): SpanCoefficients {
  const none = undefinedFor('none-done');
  return {
    uAlpha: none,
    barUAlpha: none,
    cuAlpha: none,
    kuAlpha: {},
    uAlphaRange: none,
    barUAlphaRange: none,
    cuAlphaRange: none,
    barUAlphaWithoutOne: none,
    cuAlphaWithoutOne: none,
    alphaU: { overall: none, byTag: {} },
    f1: { exact: none, overlap: none, character: none },
  };
}
