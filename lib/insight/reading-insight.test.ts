import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation, Assessment } from '../annotation/record.ts';
import type { Records } from '../annotation/record-set.ts';
import { REVISION, annotation, recordsOf } from '#tests/fixtures/records.ts';
import { agreementOf } from './agreement-of.ts';
import { Evidence } from './evidence.ts';
import { personsOf, readingInsightOf } from './reading-insight.ts';
import { sureInputsOf, surenessOf } from './sureness-of.ts';
import { voicesOf } from './voices.ts';
import { wilsonInterval } from './wilson.ts';

/** Ten sentences of ten characters each, in two paragraphs. */
const SENTENCES = Array.from(
  { length: 10 },
  (_, at) => [at * 10, at * 10 + 10] as [number, number],
);
const BLOCKS = [
  { kind: 'paragraph' as const, start: 0, end: 50, sentences: SENTENCES.slice(0, 5) },
  { kind: 'quotation' as const, start: 50, end: 100, sentences: SENTENCES.slice(5) },
];
const TEXT = { blocks: BLOCKS, length: 100 };
const MEMBERS = ['ann', 'ben', 'cora'];

const on = (author: string, sentence: number, tag: string, more: Partial<Annotation> = {}) =>
  annotation(author, sentence * 10, sentence * 10 + 10, tag, more);

function done(author: string, upTo = 100): [string, Assessment] {
  const id = `${author}/done-00000001`;
  const created = '2026-01-02T12:00:00.000Z';
  return [id, { id, author, created, kind: 'done', on: null, revision: 'revision-1', upTo }];
}

function evidenceOf(records: Records, members = MEMBERS): Evidence {
  const evidence = new Evidence(TEXT, members);
  evidence.follow(records);
  return evidence;
}

const insight = (records: Records, shown = MEMBERS) =>
  readingInsightOf(records, { revision: REVISION.id, ...TEXT, members: MEMBERS }, shown);

const both = (count: number): Annotation[] =>
  Array.from({ length: count }, (_, at) => [
    on('ann', at, at % 2 === 0 ? 'fact' : 'opinion'),
    on('ben', at, at % 2 === 0 && at > 0 ? 'fact' : 'opinion'),
  ]).flat();

test.each([
  ['nobody', 'nobody', recordsOf([])],
  ['one person', 'one-person', recordsOf([on('ann', 0, 'fact')])],
  ['nothing shared', 'nothing-shared', recordsOf([on('ann', 0, 'fact'), on('ben', 1, 'fact')])],
  ['four shared sentences', 'few-shared', recordsOf(both(4))],
])('[IP2] [E6] with %s there is no number, but a reason', (_, reason, records) => {
  const { agreement } = insight(records);
  const none = { defined: false, reason };
  expect(agreement).toMatchObject({
    sameTag: none,
    alpha: none,
    mostConfused: none,
    sameTagRange: none,
    alphaRange: none,
    mostConfusedRange: none,
    gwetsAc1: none,
    dawidSkene: none,
  });
});

test('[IP2] from two people and five shared sentences on there are numbers with counts and ranges', () => {
  const { agreement } = insight(recordsOf(both(5)));
  expect(agreement).toMatchObject({
    people: 2,
    sentences: 10,
    shared: 5,
    sameTag: { defined: true, value: 0.8, same: 4, pairs: 5, units: 5 },
    alpha: { defined: true, units: 5, votes: 10 },
    mostConfused: { defined: true, between: [['fact'], ['opinion']], pairs: 1, differing: 1 },
    mostConfusedRange: { defined: false, reason: 'too-few-units' },
  });
  const { sameTagRange } = agreement;
  if (!sameTagRange.defined) throw new Error(sameTagRange.reason);
  expect(sameTagRange.low).toBeLessThan(0.8);
  expect(sameTagRange.high).toBe(1);
});

test('[E3] when everyone chose one tag, luck cannot be told apart, and the chance is 1', () => {
  const same = [0, 1, 2, 3, 4].flatMap((at) => [on('ann', at, 'fact'), on('ben', at, 'fact')]);
  const { agreement } = insight(recordsOf(same));
  expect(agreement.sameTag).toMatchObject({ value: 1 });
  expect(agreement.alpha).toEqual({ defined: false, reason: 'one-tag' });
});

test('[N6] [E7] spans are compared among those who are done with the whole article alone', () => {
  const none = { defined: false, reason: 'none-done' };
  const half = recordsOf(both(5), { assessments: new Map([done('ann'), done('ben', 50)]) });
  expect(insight(half).agreement).toMatchObject({ done: ['ann'], barUAlpha: none, cuAlpha: none });
  const whole = recordsOf(both(5), { assessments: new Map([done('ann'), done('ben')]) });
  expect(insight(whole).agreement).toMatchObject({
    done: ['ann', 'ben'],
    barUAlpha: { defined: true, value: 1 },
    cuAlpha: { defined: true, coverage: 0.5 },
    barUAlphaWithoutOne: { defined: false, reason: 'too-few-people' },
  });
});

test('[B4] with three people a figure of spans says how much depends on each', () => {
  const assessments = new Map(MEMBERS.map((member) => done(member)));
  const records = recordsOf([...both(5), on('cora', 0, 'opinion'), on('cora', 6, 'fact')], {
    assessments,
  });
  const { barUAlpha, barUAlphaWithoutOne: range } = insight(records).agreement;
  if (!barUAlpha.defined || !range.defined) throw new Error('no figure');
  expect(range).toMatchObject({ people: 3, high: 1 });
  expect(range.low).toBeLessThan(barUAlpha.value);
  const { barUAlphaRange } = insight(records).agreement;
  if (!barUAlphaRange.defined) throw new Error(barUAlphaRange.reason);
  expect(barUAlphaRange.low).toBeLessThan(barUAlpha.value);
  expect(barUAlphaRange.high).toBeGreaterThanOrEqual(barUAlpha.value);
});

/** Ann's, one a sentence, in the order of the text and of time. */
const anns = (count: number, tagOf: (at: number) => string): Annotation[] =>
  Array.from({ length: count }, (_, at) =>
    on('ann', at % 10, tagOf(at), {
      id: `ann/mark-${String(at).padStart(8, '0')}`,
      created: new Date(Date.UTC(2026, 0, 1, 12, at)).toISOString(),
    }),
  );

const figureOf = (value: number, pairs: number, units: number) => ({
  defined: true,
  value,
  pairs,
  units,
});
const NOTHING_SHARED = { defined: false, reason: 'nothing-shared' };

test('[IP4] a person: shares, coverage, how their votes go with each other vote, and how both went over the run of their marks', () => {
  const nine = anns(9, (at) => (at < 3 ? 'fact' : 'opinion'));
  const others = [on('ben', 0, 'fact'), on('cora', 0, 'opinion'), on('ben', 8, 'opinion')];
  const [ann, ben] = personsOf(evidenceOf(recordsOf([...nine, ...others])), ['ben', 'ann']);
  expect(ann).toEqual({
    user: 'ann',
    tags: { fact: 3, opinion: 6 },
    coverage: 0.9,
    withRest: figureOf(2 / 3, 3, 2),
    drift: [
      { marks: 3, tags: { fact: 3 }, withRest: figureOf(0.5, 2, 1) },
      { marks: 3, tags: { opinion: 3 }, withRest: NOTHING_SHARED },
      { marks: 3, tags: { opinion: 3 }, withRest: figureOf(1, 1, 1) },
    ],
  });
  expect(ben).toMatchObject({ user: 'ben', drift: [], withRest: { pairs: 3 } });
});

test.each([
  [8, []],
  [9, [3, 3, 3]],
  [35, [12, 11, 12]],
  [40, [10, 10, 10, 10]],
  [200, Array.from({ length: 8 }, () => 25)],
])('[IP4] %i marks of a person are looked at in stretches of %j', (count, stretches) => {
  const records = recordsOf(anns(count, () => 'fact'));
  const [ann] = personsOf(evidenceOf(records), ['ann']);
  expect(ann?.drift.map(({ marks }) => marks)).toEqual(stretches);
});

test('[IP4] a sentence that was marked again counts where it was marked last', () => {
  const records = recordsOf([...anns(12, () => 'fact'), on('ben', 0, 'fact')]);
  const [ann] = personsOf(evidenceOf(records), ['ann']);
  expect(ann?.drift.map(({ withRest }) => withRest)).toEqual([
    NOTHING_SHARED,
    NOTHING_SHARED,
    figureOf(1, 1, 1),
  ]);
});

test('[IP5] a mark is the voice’s that it names; else a quotation is quoted, all else the author’s', () => {
  const marks = [
    on('ann', 0, 'fact'),
    on('ann', 6, 'fact'),
    on('ann', 7, 'opinion', { voice: { kind: 'author' } }),
    on('ann', 1, 'opinion', { voice: { kind: 'paraphrased' } }),
  ];
  expect(voicesOf(marks, BLOCKS)).toEqual({
    author: { fact: 1, opinion: 1 },
    quoted: { fact: 1, opinion: 1 },
  });
});

test('[IP5] Wilson’s interval: 8 of 10 as in textbooks; never outside 0 to 1; none of none', () => {
  const interval = wilsonInterval(8, 10);
  expect(interval?.low).toBeCloseTo(0.4902, 3);
  expect(interval?.high).toBeCloseTo(0.9433, 3);
  expect(wilsonInterval(0, 5)?.low).toBe(0);
  expect(wilsonInterval(5, 5)?.high).toBe(1);
  expect(wilsonInterval(0, 0)).toBeNull();
});

const anyMark = fc.record({
  author: fc.constantFrom('ann', 'ben', 'cora', 'left'),
  start: fc.integer({ min: 0, max: 90 }),
  length: fc.integer({ min: 1, max: 30 }),
  tag: fc.constantFrom('fact', 'opinion', 'prediction', null),
});
const anyMoment = fc.record({
  marks: fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), anyMark), { maxLength: 12 }),
  done: fc.array(fc.tuple(fc.constantFrom('ann', 'ben', 'left'), fc.constantFrom(40, 100)), {
    maxLength: 3,
  }),
});

function recordsThen(moment: Moment): Records {
  const annotations = moment.marks.map(([id, { author, start, length, tag }]) =>
    annotation(author, start, Math.min(100, start + length), tag, { id: `${author}/mark-${id}` }),
  );
  const assessments = new Map(moment.done.map(([author, upTo]) => done(author, upTo)));
  return recordsOf(annotations, { assessments });
}

interface Moment {
  marks: [number, { author: string; start: number; length: number; tag: string | null }][];
  done: [string, number][];
}

test('[N5] told of any states one after the other it says the same as told of the last at once', () => {
  fc.assert(
    fc.property(fc.array(anyMoment, { minLength: 1, maxLength: 6 }), (moments) => {
      const running = new Evidence(TEXT, MEMBERS);
      const states = moments.map(recordsThen);
      for (const state of states) running.follow(state);
      const last = states.at(-1)!;
      const fresh = evidenceOf(last);
      const close = (value: unknown): unknown =>
        JSON.parse(
          JSON.stringify(value, (key, one: unknown) =>
            key === 'dawidSkene' ? null : typeof one === 'number' ? Number(one.toFixed(9)) : one,
          ),
        );
      expect(close(agreementOf(running))).toEqual(close(agreementOf(fresh)));
      expect(running.continuum()).toEqual(fresh.continuum());
      expect(personsOf(running, MEMBERS)).toEqual(personsOf(fresh, MEMBERS));
      expect(surenessOf(sureInputsOf(running)).barUAlpha).toEqual(
        surenessOf(sureInputsOf(fresh)).barUAlpha,
      );
    }),
    { numRuns: 60 },
  );
});

test('[IP9] who is done is counted among members: neither in part nor wholly is who has left', () => {
  const records = recordsOf([on('ann', 0, 'fact')]);
  const said = { ...records, assessments: new Map([done('ann'), done('ben', 30), done('dan')]) };
  const { agreement, done: somewhere } = insight(said);
  expect(agreement).toMatchObject({ done: ['ann'], doneSomewhere: 2 });
  expect(somewhere).toBe(2);
});
