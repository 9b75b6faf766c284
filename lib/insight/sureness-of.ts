import { type AlphaU, alphaU } from './agreement/alpha-u.ts';
import { type Range, alphaRange } from './agreement/alpha-range.ts';
import { mostConfusedPair } from './agreement/confused-pair.ts';
import type { Continuum } from './agreement/continuum.ts';
import { type DawidSkene, dawidSkene } from './agreement/dawid-skene.ts';
import { type Figure, figure, undefinedFor } from './agreement/figure.ts';
import { type WithoutOne, withoutOne } from './agreement/leave-one-out.ts';
import { type ManyPeople, fleissKappa, gwetsAc1 } from './agreement/many-people.ts';
import type { Ratings } from './agreement/ratings.ts';
import { ratioRange } from './agreement/ratio-range.ts';
import { seeded } from './agreement/seeded.ts';
import { type SpanF1, spanF1 } from './agreement/span-f1.ts';
import { type TwoPeople, cohensKappa, scottsPi } from './agreement/two-people.ts';
import { type UnitCounts, likenesses, pairSums, unitCountsOf } from './agreement/unit-counts.ts';
import { type UnitizingAlpha, unitizingAlpha } from './agreement/unitizing-alpha.ts';
import { voteKey } from './agreement/vote.ts';
import { sharedUnits, whyHidden } from './agreement-of.ts';
import type { Evidence } from './evidence.ts';

/** All that `surenessOf` needs, as plain data: it can be sent to a worker. */
export interface SureInputs {
  readonly ratings: Ratings;
  readonly continuum: Continuum;
}

/** What takes longer: how sure the numbers are, spans, and the figures for those who know. */
export interface Sureness extends UnitizingAlpha {
  readonly sameTagRange: Figure<Range>;
  readonly alphaRange: Figure<Range>;
  /** Of the share that the most confused pair has in all differing pairs. */
  readonly mostConfusedRange: Figure<Range>;
  readonly barUAlphaWithoutOne: Figure<WithoutOne>;
  readonly cuAlphaWithoutOne: Figure<WithoutOne>;
  readonly alphaU: AlphaU;
  readonly f1: SpanF1;
  readonly cohensKappa: Figure<TwoPeople>;
  readonly scottsPi: Figure<TwoPeople>;
  readonly fleissKappa: Figure<ManyPeople>;
  readonly gwetsAc1: Figure<ManyPeople>;
  readonly dawidSkene: Figure<Pick<DawidSkene, 'values' | 'shares' | 'rounds' | 'settled'>>;
}

/** Same votes, same range (B2). */
export const SEED = 1;

export function sureInputsOf(evidence: Evidence): SureInputs {
  return { ratings: evidence.ratings(), continuum: evidence.continuum() };
}

export function surenessOf({ ratings, continuum }: SureInputs): Sureness {
  return { ...ofVotes(ratings), ...ofSpans(continuum) };
}

type OfSpans = Pick<
  Sureness,
  keyof UnitizingAlpha | 'barUAlphaWithoutOne' | 'cuAlphaWithoutOne' | 'alphaU' | 'f1'
>;
type OfVotes = Omit<Sureness, keyof OfSpans>;

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
    sameTagRange: ratioRange(pairsByUnit(counts, likenesses(counts.values)), seeded(SEED)),
    alphaRange: alphaRange(counts, seeded(SEED)),
    mostConfusedRange: confusedRange(counts),
    cohensKappa: cohensKappa(ratings),
    scottsPi: scottsPi(ratings),
    fleissKappa: fleissKappa(counts),
    gwetsAc1: gwetsAc1(counts),
    dawidSkene: sharesOf(counts, ratings),
  };
}

function pairsByUnit(counts: UnitCounts, by: Float64Array): { of: number; all: number }[] {
  const sums = pairSums(counts, by);
  return Array.from(counts.voters, (votes, unit) => ({
    of: (sums[unit] ?? 0) / 2,
    all: (votes * (votes - 1)) / 2,
  }));
}

function confusedRange(counts: UnitCounts): Figure<Range> {
  const most = mostConfusedPair(counts);
  if (!most.defined) return most;
  if (most.between === null) return undefinedFor('one-tag');
  const [a, b] = most.between.map((vote) =>
    counts.values.findIndex((value) => voteKey(value) === voteKey(vote)),
  );
  const width = counts.values.length;
  const differing = pairSums(counts, differences(width));
  const at = (unit: number, value = 0): number => counts.counts[unit * width + value] ?? 0;
  const parts = Array.from(differing, (sum, unit) => ({
    of: at(unit, a) * at(unit, b),
    all: sum / 2,
  }));
  return ratioRange(parts, seeded(SEED));
}

/** 1 where two values are not the same, row by row. */
function differences(width: number): Float64Array {
  return Float64Array.from({ length: width ** 2 }, (_, at) =>
    Math.floor(at / width) === at % width ? 0 : 1,
  );
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

function ofSpans(continuum: Continuum): OfSpans {
  if (Object.keys(continuum.raters).length < 2) return noSpans();
  return {
    ...unitizingAlpha(continuum),
    barUAlphaWithoutOne: withoutOne(continuum, (some) => unitizingAlpha(some).barUAlpha),
    cuAlphaWithoutOne: withoutOne(continuum, (some) => unitizingAlpha(some).cuAlpha),
    alphaU: alphaU(continuum),
    f1: spanF1(continuum),
  };
}

/** Silence is known of those alone who are done (N6). */
function noSpans(): OfSpans {
  const none = undefinedFor('none-done');
  return {
    uAlpha: none,
    barUAlpha: none,
    cuAlpha: none,
    kuAlpha: {},
    barUAlphaWithoutOne: none,
    cuAlphaWithoutOne: none,
    alphaU: { overall: none, byTag: {} },
    f1: { exact: none, overlap: none, character: none },
  };
}
