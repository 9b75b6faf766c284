import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FixtureLog } from './ledger-fixture.ts';
import { type Ledger, ledgerOf } from './ledger-of.ts';
import type { LoggedOfMap } from './logged.ts';

const TODAY = '2026-06-01';
const TWO_OUTCOMES = ['true', 'false'] as const;

const ledger = (log: FixtureLog): Ledger => ledgerOf([log.reading()], TODAY);

/** A prediction that has passed, with its outcome signed; gives its key. */
function settled(
  log: FixtureLog,
  at: number,
  result: 'true' | 'false' | 'partly' | 'void' | 'ambiguous',
  before: (on: string) => void = () => {},
): string {
  const on = log.mark('ann', at);
  before(on);
  log.signoff('ben', log.outcome('ann', on, result));
  return on;
}

it('[PS1] the Brier score by hand, per person and per article, only over signed true and false', () => {
  const log = new FixtureLog();
  settled(log, 0, 'true', (on) => {
    log.forecast('ann', on, 80);
    log.forecast('ben', on, 50);
  });
  settled(log, 1, 'false', (on) => log.forecast('ann', on, 30));
  for (const [at, result] of (['void', 'partly', 'ambiguous'] as const).entries())
    settled(log, 2 + at, result, (on) => log.forecast('ann', on, 0));
  const unsigned = log.mark('ann', 5);
  log.forecast('ann', unsigned, 0);
  log.outcome('ann', unsigned, 'true');
  const { people, articles } = ledger(log);
  // ann: ((0.8 − 1)² + (0.3 − 0)²) / 2 = (0.04 + 0.09) / 2; ben: (0.5 − 1)²
  expect(people).toEqual([
    { user: 'ann', brier: expect.closeTo(0.065, 10), forecasts: 2, hindsight: 0 },
    { user: 'ben', brier: 0.25, forecasts: 1, hindsight: 0 },
  ]);
  // (0.04 + 0.25 + 0.09) / 3
  expect(articles).toEqual([
    { article: 'article', brier: expect.closeTo(0.38 / 3, 10), forecasts: 3 },
  ]);
});

it('[PS1] [PR10] hindsight is left out, and who has nothing else has no score', () => {
  const log = new FixtureLog();
  const on = settled(log, 0, 'true', (prediction) => log.forecast('ann', prediction, 60));
  log.forecast('ann', on, 100);
  log.forecast('cora', on, 100);
  expect(ledger(log).people).toEqual([
    { user: 'ann', brier: expect.closeTo(0.16, 10), forecasts: 1, hindsight: 1 },
    { user: 'cora', brier: null, forecasts: 0, hindsight: 1 },
  ]);
});

it('[PS2] [PS3] the author’s score never under five; void and the rest are left out by name', () => {
  const log = new FixtureLog();
  const steps = [5, 4, 3, 2, 1] as const;
  const add = (at: number): string =>
    settled(log, at, at % 2 === 0 ? 'true' : 'false', (on) => log.sounds('ben', on, steps[at]!));
  const counted = [0, 1, 2, 3].map(add);
  const voided = settled(log, 5, 'void', (on) => log.sounds('ben', on, 5));
  const unsaid = settled(log, 6, 'true');
  const unsigned = log.mark('ann', 7);
  log.outcome('ann', unsigned, 'true');
  const four = ledger(log).authors[0];
  expect(four).toMatchObject({ voice: 'author', score: null });
  expect(four?.counted).toHaveLength(4);
  expect(four?.leftOut).toEqual([
    { prediction: voided, why: 'void' },
    { prediction: unsaid, why: 'no step' },
    { prediction: unsigned, why: 'unsigned' },
  ]);
  counted.push(add(4));
  const five = ledger(log).authors[0];
  expect(five?.counted.map(({ prediction }) => prediction)).toEqual(counted);
  // 95 true, 75 false, 50 true, 25 false, 5 true
  expect(five?.score).toBeCloseTo((0.0025 + 0.5625 + 0.25 + 0.0625 + 0.9025) / 5, 10);
});

it('[PS2] what a quoted voice says is scored apart, and nothing whose date has not passed', () => {
  const log = new FixtureLog();
  for (const at of [0, 1, 2, 3, 4]) {
    const on = log.mark('ann', at, {
      voice: { kind: 'paraphrased', who: 'Lavrov' },
      prediction: { by: '2022' },
    });
    log.sounds('ben', on, 5);
    log.signoff('ben', log.outcome('ann', on, 'false'));
  }
  const early = log.mark('ann', 6, { prediction: { by: '2030' } });
  log.sounds('ben', early, 5);
  log.signoff('ben', log.outcome('ann', early, 'true'));
  const [author, quoted] = ledger(log).authors;
  expect(author).toEqual({
    article: 'article',
    voice: 'author',
    score: null,
    counted: [],
    leftOut: [],
  });
  expect(quoted?.score).toBeCloseTo(0.9025, 10);
});

/** As Wilson's interval of such counts is tabulated. */
const between = (low: number, high: number) => ({
  low: expect.closeTo(low, 1),
  high: expect.closeTo(high, 1),
});

it('[PS4] calibration from ten resolved predictions with a forecast on, each share with its range', () => {
  const log = new FixtureLog();
  const percents = [0, 5, 10, 95, 100, 95, 50, 50, 55];
  for (const [at, percent] of percents.entries())
    settled(log, at, percent >= 50 ? 'true' : 'false', (on) => log.forecast('ben', on, percent));
  settled(log, 10, 'void', (on) => log.forecast('ben', on, 50));
  expect(ledger(log).calibration).toEqual({ resolved: 9, bins: null });
  settled(log, 11, 'false', (on) => log.forecast('ben', on, 56));
  expect(ledger(log).calibration).toEqual({
    resolved: 10,
    bins: [
      { from: 0, to: 10, forecasts: 2, mean: 2.5, came: 0, ...between(0, 65.76) },
      { from: 10, to: 20, forecasts: 1, mean: 10, came: 0, ...between(0, 79.35) },
      { from: 50, to: 60, forecasts: 4, mean: 52.75, came: 75, ...between(30.06, 95.44) },
      {
        from: 90,
        to: 100,
        forecasts: 3,
        mean: expect.closeTo(290 / 3, 10),
        came: 100,
        ...between(43.85, 100),
      },
    ],
  });
});

it('two readings of an article are one article', () => {
  const log = new FixtureLog();
  settled(log, 0, 'true', (on) => log.forecast('ben', on, 90));
  const both = ledgerOf([log.reading(), log.reading({ id: 'two' })], TODAY);
  expect(both.predictions).toHaveLength(2);
  expect(both.articles).toMatchObject([{ article: 'article', forecasts: 2 }]);
  expect(both.authors).toHaveLength(2);
});

it('nothing was said: an empty ledger', () => {
  expect(ledgerOf([], TODAY)).toMatchObject({ predictions: [], people: [], authors: [] });
});

type Deed = [who: number, what: number, at: number, value: number];
const USERS = ['ann', 'ben', 'cora', 'dan'];
const deeds = fc.array(
  fc.tuple(fc.nat(3), fc.nat(4), fc.nat(5), fc.integer({ min: 0, max: 100 })),
  { maxLength: 60 },
);

/** A log of those deeds; what has nothing to be about does nothing. */
function played(all: readonly Deed[]): FixtureLog {
  const log = new FixtureLog();
  const marks: string[] = [];
  const outcomes: string[] = [];
  for (const [who, what, at, value] of all) {
    const user = USERS[who]!;
    const on = marks[value % Math.max(1, marks.length)];
    const outcome = outcomes[value % Math.max(1, outcomes.length)];
    if (what === 0) marks.push(log.mark(user, at));
    if (on !== undefined && what === 1) log.sounds(user, on, ((value % 5) + 1) as 1);
    if (on !== undefined && what === 2) log.forecast(user, on, value);
    if (on !== undefined && what === 3)
      outcomes.push(log.outcome(user, on, TWO_OUTCOMES[value % 2]!));
    if (outcome !== undefined && what === 4) log.signoff(user, outcome, value % 3 > 0);
  }
  return log;
}

/** Everybody under the name of another, as a text: a key is unlike any other text in the records. */
function renamed(entries: readonly LoggedOfMap[]): LoggedOfMap[] {
  const other = (name: string): string => USERS[(USERS.indexOf(name) + 1) % USERS.length]!;
  const text = JSON.stringify(entries).replace(
    /"(ann|ben|cora|dan)(\/|")/g,
    (_, name, end) => `"${other(name)}${end}`,
  );
  return JSON.parse(text) as LoggedOfMap[];
}

it('[PR11] symmetric in persons: under other names every figure is the same', () => {
  fc.assert(
    fc.property(deeds, (all) => {
      const log = played(all);
      const mine = ledger(log);
      const theirs = ledgerOf([log.reading({ records: renamed(log.entries) })], TODAY);
      const scores = ({ people }: Ledger): string[] =>
        people
          .map(({ brier, forecasts, hindsight }) => `${brier} ${forecasts} ${hindsight}`)
          .toSorted();
      expect(scores(theirs)).toEqual(scores(mine));
      expect(theirs.articles).toEqual(mine.articles);
      expect(theirs.calibration).toEqual(mine.calibration);
      expect(theirs.authors.map(({ score }) => score)).toEqual(
        mine.authors.map(({ score }) => score),
      );
      expect(theirs.predictions.map(({ state }) => state)).toEqual(
        mine.predictions.map(({ state }) => state),
      );
    }),
    { numRuns: 300 },
  );
});

it('[PR11] the order in which records are given changes nothing', () => {
  fc.assert(
    fc.property(
      deeds,
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      (all, random) => {
        const log = played(all);
        const shuffled = log.entries
          .map((entry) => ({ entry, at: random.next().value as number }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ entry }) => entry);
        expect(ledgerOf([log.reading({ records: shuffled })], TODAY)).toEqual(ledger(log));
      },
    ),
    { numRuns: 200 },
  );
});

it('[PS1] a score lies between 0 and 1, and is 0 where all were certain and right', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.boolean()), {
        minLength: 1,
        maxLength: 15,
      }),
      (all) => {
        const score = (percentOf: (given: number, came: boolean) => number): number | null => {
          const log = new FixtureLog();
          for (const [at, [percent, came]] of all.entries())
            settled(log, at, came ? 'true' : 'false', (on) =>
              log.forecast('ben', on, percentOf(percent, came)),
            );
          return ledger(log).people[0]!.brier;
        };
        expect(score((percent) => percent)).toBeGreaterThanOrEqual(0);
        expect(score((percent) => percent)).toBeLessThanOrEqual(1);
        expect(score((_, came) => (came ? 100 : 0))).toBe(0);
      },
    ),
    { numRuns: 50 },
  );
});
