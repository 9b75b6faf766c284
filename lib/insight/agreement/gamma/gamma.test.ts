import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALEX_PAUL_SUZAN } from '#tests/fixtures/agreement/published.ts';
import { ALIGNED_ELSEWHERE, DISSIMILAR_ELSEWHERE } from '#tests/fixtures/agreement/gamma.ts';
import type { Span } from '../continuum.ts';
import { seeded } from '../seeded.ts';
import { Aligner } from './alignment.ts';
import { bestAlignment } from './best-alignment.ts';
import { dissimilarities, dissimilarity } from './dissimilarity.ts';
import { gamma } from './gamma.ts';
import { randomContinuum } from './random-continuum.ts';
import { type Unit, type Units, unitsOf } from './unit.ts';

const span = (start: number, end: number, tag: string): Span => ({ start, end, tag });
const gammaOf = (raters: Record<string, Span[]>, length = 60) =>
  gamma({ length, raters }, seeded(1));

describe('dissimilarity', () => {
  test.each(DISSIMILAR_ELSEWHERE)('[U8] of places, figure 10 of the paper: %s', (a, b, printed) => {
    expect(dissimilarity(span(...a, 'x'), span(...b, 'x'))).toBeCloseTo(printed, 1);
  });

  test('[U8] does not depend on scale, and another tag costs 1', () => {
    const small = dissimilarity(span(0, 7, 'fact'), span(0, 10, 'fact'));
    expect(dissimilarity(span(0, 21, 'fact'), span(0, 30, 'fact'))).toBeCloseTo(small, 12);
    expect(dissimilarity(span(0, 7, 'fact'), span(0, 10, 'opinion'))).toBeCloseTo(small + 1, 12);
  });
});

describe('the best alignment', () => {
  test.each(ALIGNED_ELSEWHERE)(
    '[U8] has the disorder that others found: %o',
    (raters, disorder) => {
      const found = bestAlignment(unitsOf(Object.values(raters)));
      expect(found.disorder).toBeCloseTo(disorder, 5);
      expect(found.isExact).toBe(true);
    },
  );

  test('[U8] two people, by hand', () => {
    // Ann 0–10 fact, 20–30 fact; Ben 2–12 fact, 40–50 opinion. Together: ((2 + 2) / 20)² = 0.04. 20–30 with 40–50: ((20 + 20) / 20)² + 1 = 5, more than 1 + 1
    // apart. So 0.04 + 1 + 1 over the mean of 2 units a person.
    const raters = {
      ann: [span(0, 10, 'fact'), span(20, 30, 'fact')],
      ben: [span(2, 12, 'fact'), span(40, 50, 'opinion')],
    };
    expect(bestAlignment(unitsOf(Object.values(raters))).disorder).toBeCloseTo(2.04 / 2, 12);
  });

  test('[U8] three people, of whom one marked nothing, by hand', () => {
    // Three pairs of people. Ann’s and Ben’s units together: one pair 0, two against nothing, 2 / 3; over a mean of 2 / 3 units a person.
    const raters = { ann: [span(0, 10, 'fact')], ben: [span(0, 10, 'fact')], cora: [] };
    expect(bestAlignment(unitsOf(Object.values(raters)))).toEqual({ disorder: 1, isExact: true });
  });

  test('[U8] a unit goes to the nearer of two; one person’s two units are never together', () => {
    // Ann 0–10 and 2–12; Ben 3–13: with the second ((1 + 1) / 20)² = 0.01, the first alone 1, over a mean of 1.5.
    const raters = {
      ann: [span(0, 10, 'fact'), span(2, 12, 'fact')],
      ben: [span(3, 13, 'fact')],
    };
    expect(bestAlignment(unitsOf(Object.values(raters))).disorder).toBeCloseTo(1.01 / 1.5, 12);
  });

  const anyUnit = (people: number): fc.Arbitrary<Unit> =>
    fc
      .tuple(
        fc.nat(people - 1),
        fc.nat(90),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('fact', 'opinion'),
      )
      .map(([person, start, length, tag]) => ({ person, start, end: start + length, tag }));
  const anyUnits = (people: number) =>
    fc
      .array(anyUnit(people), { minLength: 1, maxLength: 7 })
      .map((units): Units => ({ people, units }));
  const both = (units: Units) => {
    const aligner = new Aligner(units, dissimilarities(units.units));
    const all = [...units.units.keys()];
    return [aligner.best(all), aligner.nearBest(all)] as const;
  };

  test('[U8] of two people is found person by person as well as among all ways', () => {
    fc.assert(
      fc.property(anyUnits(2), (units) => {
        const [best, near] = both(units);
        expect(near.cost).toBeCloseTo(best.cost, 9);
      }),
    );
  });

  test('[U8] of more people never costs less than the best of all ways, holds each unit once, and units apart may be aligned apart', () => {
    fc.assert(
      fc.property(anyUnits(4), (units) => {
        const [best, near] = both(units);
        expect(near.cost).toBeGreaterThanOrEqual(best.cost - 1e-9);
        for (const { groups } of [best, near])
          expect(groups.flat().toSorted((a, b) => a - b)).toEqual([...units.units.keys()]);
        const { disorder } = bestAlignment(units);
        expect(disorder * 6 * (units.units.length / 4)).toBeCloseTo(best.cost, 9);
      }),
    );
  });
});

describe('a continuum drawn by chance', () => {
  test('[U8] [B2] has as many people, whole units of theirs within reach of the text, and is the same for the same seed', () => {
    const byPerson = Object.values(ALEX_PAUL_SUZAN.raters);
    const drawn = randomContinuum(60, byPerson, seeded(3));
    expect(randomContinuum(60, byPerson, seeded(3))).toEqual(drawn);
    expect(drawn.people).toBe(3);
    for (const { start, end, tag } of drawn.units) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(start).toBeLessThan(60);
      const models = byPerson.flat().filter((one) => one.tag === tag);
      expect(models.map((one) => one.end - one.start)).toContain(end - start);
    }
  });
});

describe('Gamma', () => {
  const ann = [span(0, 10, 'fact'), span(20, 30, 'opinion')];

  test('[U8] is 1 for two people with the same units', () => {
    expect(gammaOf({ ann, ben: ann })).toMatchObject({ value: 1, observed: 0, isExact: true });
  });

  test('[U8] is 1 − observed / expected, the same for the same seed, and does not know people’s names', () => {
    const raters = { ann, ben: [span(2, 12, 'fact'), span(40, 50, 'opinion')] };
    const one = gammaOf(raters);
    if (!one.defined) throw new Error(one.reason);
    expect(one.observed).toBeCloseTo(1.02, 12);
    expect(one.value).toBe(1 - one.observed / one.expected);
    expect(one.samples).toBeGreaterThanOrEqual(30);
    expect(gammaOf(raters)).toEqual(one);
    expect(gammaOf({ zoe: raters.ann, yan: raters.ben })).toEqual(one);
    expect(gammaOf({ ben: raters.ben, ann: raters.ann.toReversed() })).toEqual(one);
  });

  test('[U8] is less the further people are apart', () => {
    const moved = (by: number) => {
      const ben = ann.map(({ start, end, tag }) => span(start + by, end + by, tag));
      const one = gammaOf({ ann, ben });
      return one.defined ? one.value : Number.NaN;
    };
    expect(moved(0)).toBeGreaterThan(moved(2));
    expect(moved(2)).toBeGreaterThan(moved(6));
  });

  test('[E1] [E2] needs two people and a unit', () => {
    expect(gammaOf({})).toEqual({ defined: false, reason: 'nobody' });
    expect(gammaOf({ ann: [], ben: [] })).toEqual({ defined: false, reason: 'nobody' });
    expect(gammaOf({ ann })).toEqual({ defined: false, reason: 'one-person' });
  });

  test('[E8] is not worked out of too many marks or people', () => {
    const none = { defined: false, reason: 'too-many-marks' };
    const many = Array.from({ length: 101 }, (_, at) => span(at * 10, at * 10 + 5, 'fact'));
    expect(gammaOf({ ann: many, ben: many }, 1010)).toEqual(none);
    const crowd = Array.from({ length: 13 }, (_, at) => [`person ${at}`, ann] as const);
    expect(gammaOf(Object.fromEntries(crowd))).toEqual(none);
  });

  test('[U8] says that it is near the best where many units of many people hang together', () => {
    const people = Array.from({ length: 5 }, (_, at) => [
      `person ${at}`,
      [0, 12, 24].map((start) => span(start + at, start + at + 10, 'fact')),
    ]);
    const one = gammaOf(Object.fromEntries(people));
    expect(one).toMatchObject({ defined: true, isExact: false });
  });
});
