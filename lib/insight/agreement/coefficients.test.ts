import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ABSTRACTORS,
  ALEX_PAUL_SUZAN,
  ANAESTHETISTS,
  ANAESTHETIST_OF_ROW,
  BEN_AND_GERRY,
  COHEN,
  DIALOGUE_ACTS,
  DIALOGUE_ACTS_WITH_CHECKS,
  FOUR_OBSERVERS,
  MEG_AND_OWEN,
  PSYCHIATRISTS,
} from '#tests/fixtures/agreement/published.ts';
import { spanCoefficients, unitCoefficients } from './coefficients.ts';
import { mostConfusedPair } from './confused-pair.ts';
import { dawidSkene } from './dawid-skene.ts';
import type { Figure } from './figure.ts';
import { type Ratings, ratingsOf } from './ratings.ts';
import { seeded } from './seeded.ts';
import { unitCountsOf } from './unit-counts.ts';
import type { Vote } from './vote.ts';
import { alphaRange, sameTagRange } from './vote-ranges.ts';

type Rows = readonly (readonly (string | Vote | null)[])[];

const coefficients = (rows: Rows) => unitCoefficients(ratingsOf(rows), seeded(1));
const valueOf = (figure: Figure): number | string =>
  figure.defined ? figure.value : figure.reason;

describe('published tables', () => {
  test('[K1] [K2] Krippendorff 2011: two observers binary, two nominal, four with missing values', () => {
    expect(valueOf(coefficients(MEG_AND_OWEN).alpha)).toBeCloseTo(0.095, 3);
    expect(coefficients(MEG_AND_OWEN).sameTag).toMatchObject({ value: 0.6, same: 6, pairs: 10 });
    expect(valueOf(coefficients(BEN_AND_GERRY).alpha)).toBeCloseTo(0.692, 3);
    // 40 pairable values in 11 units: one value stands alone in the twelfth.
    expect(coefficients(FOUR_OBSERVERS).alpha).toMatchObject({ units: 11, votes: 40 });
    expect(valueOf(coefficients(FOUR_OBSERVERS).alpha)).toBeCloseTo(0.743, 3);
  });

  test('[K6] Fleiss 1971: 30 patients, six psychiatrists each', () => {
    const { fleissKappa, sameTag } = coefficients(PSYCHIATRISTS);
    expect(valueOf(fleissKappa)).toBeCloseTo(0.43, 3);
    expect(valueOf(sameTag)).toBeCloseTo(0.5556, 4);
  });

  test('[K3] [K4] Artstein and Poesio 2008: two coders, two acts and three', () => {
    const two = coefficients(DIALOGUE_ACTS);
    expect(valueOf(two.sameTag)).toBeCloseTo(0.7, 12);
    expect(valueOf(two.scottsPi)).toBeCloseTo(0.341, 3);
    expect(valueOf(two.cohensKappa)).toBeCloseTo(0.348, 3);
    const three = coefficients(DIALOGUE_ACTS_WITH_CHECKS);
    expect(valueOf(three.sameTag)).toBeCloseTo(0.88, 12);
    expect(valueOf(three.scottsPi)).toBeCloseTo(0.7995, 4);
    expect(valueOf(three.cohensKappa)).toBeCloseTo(0.8013, 4);
    expect(valueOf(three.alpha)).toBeCloseTo(0.8005, 4);
  });

  test('[K3] Cohen 1960: two judges, 200 cases', () => {
    expect(valueOf(coefficients(COHEN).cohensKappa)).toBeCloseTo(0.492, 3);
  });

  test('[K2] [K3] [K4] [K6] [K7] Gwet 2014: two abstractors, and four raters with missing values', () => {
    const two = coefficients(ABSTRACTORS);
    expect(valueOf(two.gwetsAc1)).toBeCloseTo(0.8493305, 7);
    expect(valueOf(two.cohensKappa)).toBeCloseTo(0.7964094, 7);
    expect(valueOf(two.scottsPi)).toBeCloseTo(0.7962397, 7);
    expect(valueOf(two.alpha)).toBeCloseTo(0.7972585, 7);
    const four = coefficients(FOUR_OBSERVERS);
    expect(valueOf(four.gwetsAc1)).toBeCloseTo(0.77544, 5);
    expect(valueOf(four.fleissKappa)).toBeCloseTo(0.76117, 5);
  });

  test('[K9] Dawid and Skene 1979: 45 patients, five anaesthetists, one of them three times', () => {
    const model = dawidSkene(ratingsOf(ANAESTHETISTS), ANAESTHETIST_OF_ROW);
    if (!model.defined) throw new Error(model.reason);
    const shares = Object.fromEntries(
      model.values.map(([value], at) => [value, Number(model.shares[at]?.toFixed(2))]),
    );
    expect(shares).toEqual({ 1: 0.4, 2: 0.42, 3: 0.11, 4: 0.07 });
    expect(model.settled).toBe(true);
    expect(model.choices).toHaveLength(5);
    // Patient 11: everybody said 4. Patient 38: five votes for 3 and two for 2 or the reverse leave a doubt.
    const four = model.values.findIndex(([value]) => value === '4');
    expect(model.likely[10]?.[four]).toBeCloseTo(1, 6);
    expect(Math.max(...(model.likely[37] ?? []))).toBeLessThan(0.99);
  });
});

describe('by hand', () => {
  test('[K1] [K5] a tie is half like one of its two tags, and like itself', () => {
    // Pairs: {a,b}·a ½, {a,b}·{a,b} 1, a·{a,b} ½: 2 of 3.
    const { sameTag } = coefficients([[['b', 'a']], ['a'], [['a', 'b']]]);
    expect(sameTag).toMatchObject({ same: 2, pairs: 3 });
  });

  test('[K2] [K5] alpha with a tie', () => {
    // Unit 1: a, {a,b}: δ ½ both ways, over m − 1 = 1 → 1. Unit 2: b, b → 0. n = 4; n_a = 1, n_ab = 1, n_b = 2.
    // Σ n_c n_k δ: a·ab 2·½ = 1, a·b 2·2 = 4, ab·b 2·2·½ = 2 → 7. α = 1 − 3·1/7.
    expect(
      valueOf(
        coefficients([
          ['a', 'b'],
          [['a', 'b'], 'b'],
        ]).alpha,
      ),
    ).toBeCloseTo(4 / 7, 12);
  });

  test('[K2] [N3] “nothing here” is a vote, silence is none', () => {
    const nothing: Vote = [];
    const rows = [
      ['fact', nothing, 'fact', null],
      ['fact', nothing, null, 'fact'],
    ];
    expect(coefficients(rows).alpha).toEqual({ defined: true, value: 1, units: 2, votes: 4 });
  });

  test('[K8] the most confused pair, with counts', () => {
    const rows = [
      ['fact', 'fact', 'opinion'],
      ['opinion', 'fact', 'prediction'],
      ['opinion', 'opinion', 'opinion'],
    ];
    // fact–opinion: 2 + 2; opinion–prediction: 2.
    expect(coefficients(rows).mostConfused).toEqual({
      defined: true,
      between: [['fact'], ['opinion']],
      pairs: 4,
      differing: 6,
    });
    expect(mostConfusedPair(unitCountsOf(ratingsOf([['a'], ['a']])))).toMatchObject({
      between: null,
      differing: 0,
    });
  });

  test('[K9] three who agree outvote one who errs always the same way', () => {
    const honest = ['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b'];
    const always = honest.map(() => 'a');
    const model = dawidSkene(ratingsOf([honest, honest, honest, always]));
    if (!model.defined) throw new Error(model.reason);
    for (const [unit, value] of honest.entries()) {
      const held = model.values.findIndex(([tag]) => tag === value);
      expect(model.likely[unit]?.[held]).toBeCloseTo(1, 6);
    }
    expect(model.choices[3]).toEqual([1, 0, 1, 0]);
  });
});

describe('undefined', () => {
  const reasons = (rows: Rows) =>
    Object.fromEntries(
      Object.entries(coefficients(rows)).map(([name, figure]: [string, Figure<object>]) => [
        name,
        figure.defined ? 'defined' : figure.reason,
      ]),
    );
  const all = (reason: string) => (name: string) => [name, reason];
  const names = Object.keys(coefficients([]));

  test('[E1] nobody voted', () => {
    expect(reasons([])).toEqual(Object.fromEntries(names.map(all('nobody'))));
    expect(reasons([[], []])).toMatchObject({ alpha: 'nobody', cohensKappa: 'nobody' });
    expect(reasons([[null], [null]])).toMatchObject({ alpha: 'nobody', dawidSkene: 'nobody' });
  });

  test('[E2] one person, or two who never meet', () => {
    expect(reasons([['a', 'b']])).toMatchObject({
      sameTag: 'nothing-shared',
      alpha: 'nothing-shared',
      alphaRange: 'nothing-shared',
      cohensKappa: 'not-two-people',
      dawidSkene: 'one-person',
    });
    expect(
      reasons([
        ['a', null],
        [null, 'b'],
      ]),
    ).toMatchObject({ sameTag: 'nothing-shared', cohensKappa: 'nothing-shared' });
  });

  test('[E3] everyone chose one tag: agreement, but nothing beyond luck', () => {
    expect(
      reasons([
        ['a', 'a'],
        ['a', 'a'],
      ]),
    ).toEqual({
      sameTag: 'defined',
      mostConfused: 'defined',
      mostConfusedRange: 'one-tag',
      sameTagRange: 'defined',
      alpha: 'one-tag',
      alphaRange: 'one-tag',
      cohensKappa: 'one-tag',
      scottsPi: 'one-tag',
      fleissKappa: 'one-tag',
      gwetsAc1: 'one-tag',
      dawidSkene: 'one-tag',
    });
  });
});

describe('ranges', () => {
  const twice = (row: string): Rows => [row.split(' '), row.split(' ')];
  const range = (rows: Rows, seed: number) =>
    alphaRange(unitCountsOf(ratingsOf(rows)), seeded(seed));

  test('[B1] [B2] is the same for the same seed, and holds alpha here', () => {
    const one = range(PSYCHIATRISTS, 7);
    expect(range(PSYCHIATRISTS, 7)).toEqual(one);
    expect(range(PSYCHIATRISTS, 8)).not.toEqual(one);
    if (!one.defined) throw new Error(one.reason);
    expect(one.low).toBeLessThan(0.4334);
    expect(one.high).toBeGreaterThan(0.4334);
    expect(one.draws).toBe(1000);
  });

  test('[B1] is a point where every unit says the same', () => {
    expect(range(twice('a b a b a b a b'), 1)).toMatchObject({ low: 1, high: 1 });
  });

  test('[B1] is there for the same-tag chance, too', () => {
    // Ten pairs, six alike: redrawn, the share is binomial; 95 of 100 lie from 0.3 to 0.9.
    const counts = unitCountsOf(ratingsOf(MEG_AND_OWEN));
    expect(sameTagRange(counts, seeded(1))).toMatchObject({ low: 0.3, high: 0.9, draws: 1000 });
  });

  test('[B3] is not there for one unit, nor where draws fall on one tag too often', () => {
    expect(range([['a'], ['b']], 1)).toEqual({ defined: false, reason: 'too-few-units' });
    expect(range(twice('a a b'), 1)).toEqual({ defined: false, reason: 'often-undefined' });
    expect(range(twice('a a a'), 1)).toEqual({ defined: false, reason: 'one-tag' });
  });
});

const TAGS = ['fact', 'opinion', 'prediction'];
const anyVote = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...TAGS) },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.subarray(TAGS) },
);
const anyRows = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 8 }))
  .chain(([people, units]) =>
    fc.array(fc.array(anyVote, { minLength: units, maxLength: units }), {
      minLength: people,
      maxLength: people,
    }),
  );
/** Where to, for each of so many. */
const shuffle = fc.array(fc.nat(), { minLength: 8, maxLength: 8 });
const shuffled = <T>(items: readonly T[], by: readonly number[]): T[] =>
  items
    .map((item, at) => ({ item, key: by[at] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

/** The figures that do not depend on the order of anything, to twelve places. */
function plainFigures(rows: Rows) {
  const { sameTag, alpha, cohensKappa, scottsPi, fleissKappa, gwetsAc1 } = coefficients(rows);
  return [sameTag, alpha, cohensKappa, scottsPi, fleissKappa, gwetsAc1].map((figure) => {
    const value = valueOf(figure);
    return typeof value === 'number'
      ? value.toFixed(9).replace('-0.000000000', '0.000000000')
      : value;
  });
}

describe('properties', () => {
  test('[K1]–[K7] do not depend on the order of people or units, nor on the names of tags', () => {
    const renamed = new Map(TAGS.map((tag, at) => [tag, TAGS.at(at - 1) ?? tag]));
    const rename = (vote: string | Vote | null) =>
      typeof vote === 'string'
        ? (renamed.get(vote) ?? vote)
        : (vote?.map((tag) => renamed.get(tag) ?? tag) ?? null);
    fc.assert(
      fc.property(anyRows, shuffle, (rows, order) => {
        const figures = plainFigures(rows);
        expect(plainFigures(shuffled(rows, order))).toEqual(figures);
        expect(plainFigures(rows.map((row) => shuffled(row, order)))).toEqual(figures);
        expect(plainFigures(rows.map((row) => row.map(rename)))).toEqual(figures);
      }),
    );
  });

  test('[K1]–[K9] are finite and at most 1 where they are defined', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const {
          alphaRange: range,
          sameTagRange: sameRange,
          mostConfusedRange: confusedRange,
          dawidSkene: model,
          mostConfused,
          ...rest
        } = coefficients(rows);
        for (const figure of Object.values(rest)) {
          if (!figure.defined) continue;
          expect(Number.isFinite(figure.value)).toBe(true);
          expect(figure.value).toBeLessThanOrEqual(1);
        }
        for (const one of [range, sameRange, confusedRange]) {
          if (!one.defined) continue;
          expect(one.low).toBeLessThanOrEqual(one.high);
          expect(one.high).toBeLessThanOrEqual(1);
        }
        if (model.defined)
          for (const likely of model.likely)
            if (likely !== null) expect(likely.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
        if (mostConfused.defined)
          expect(mostConfused.pairs).toBeLessThanOrEqual(mostConfused.differing);
      }),
    );
  });

  test('[K1]–[K7] are 1 for those who agree in everything', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...TAGS), { minLength: 2, maxLength: 8 }),
        fc.integer({ min: 2, max: 4 }),
        (row, people) => {
          const same = coefficients(Array.from({ length: people }, () => row));
          const oneTag = new Set(row).size === 1;
          expect(valueOf(same.sameTag)).toBe(1);
          for (const figure of [same.alpha, same.fleissKappa, same.gwetsAc1])
            expect(valueOf(figure)).toBe(oneTag ? 'one-tag' : 1);
          if (people === 2 && !oneTag) expect(valueOf(same.cohensKappa)).toBe(1);
        },
      ),
    );
  });

  test('[K2] with two people and single tags, alpha is Scott’s pi but for n − 1', () => {
    const twoRows = fc
      .array(fc.tuple(fc.constantFrom(...TAGS), fc.constantFrom(...TAGS)), { minLength: 1 })
      .map((pairs): Rows => [pairs.map(([a]) => a), pairs.map(([, b]) => b)]);
    fc.assert(
      fc.property(twoRows, (rows) => {
        const { alpha, scottsPi } = coefficients(rows);
        if (!alpha.defined || !scottsPi.defined) {
          expect(alpha.defined).toBe(scottsPi.defined);
          return;
        }
        const n = alpha.votes;
        expect(alpha.value).toBeCloseTo(1 - ((1 - scottsPi.value) * (n - 1)) / n, 9);
      }),
    );
  });
});

test('[E1] rows of unequal length: what is not there is missing', () => {
  const ratings: Ratings = ratingsOf([['a', 'b'], ['a']]);
  expect(ratings.rows.map((row) => [...row])).toEqual([
    [0, 1],
    [0, -1],
  ]);
});

test('[U2] spans: everything at once', () => {
  expect(Object.keys(spanCoefficients(ALEX_PAUL_SUZAN, [[0, 60]], seeded(1)))).toEqual([
    'uAlpha',
    'barUAlpha',
    'cuAlpha',
    'kuAlpha',
    'uAlphaRange',
    'barUAlphaRange',
    'cuAlphaRange',
    'barUAlphaWithoutOne',
    'cuAlphaWithoutOne',
    'alphaU',
    'f1',
  ]);
});
