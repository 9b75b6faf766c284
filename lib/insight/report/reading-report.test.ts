import { expect, test } from 'vitest';
import { commentFromText } from '#lib/annotation/comment.ts';
import type { Annotation, Assessment } from '#lib/annotation/record.ts';
import { annotation, reply } from '#tests/fixtures/records.ts';
import { put, reportOf, sha256 } from '#tests/fixtures/reading-report.ts';
import { canonicalJson } from './canonical-json.ts';
import { RESAMPLES } from '../agreement/bootstrap.ts';
import { reportJson } from './report-json.ts';

const on = (author: string, sentence: number, tag: string | null, words?: string): Annotation =>
  annotation(author, sentence * 10, sentence * 10 + 10, tag, {
    comment: words === undefined ? null : commentFromText(words),
  });

function done(author: string, upTo: number): Assessment {
  const id = `${author}/done-00000001`;
  const created = '2026-01-02T12:00:00.000Z';
  return { id, author, created, kind: 'done', on: null, revision: 'revision-1', upTo };
}

/** Two members on all ten sentences; they differ on two. */
const MARKS = Array.from({ length: 10 }, (_, at) => [
  on('ann', at, at % 2 === 0 ? 'fact' : 'opinion', at === 3 ? 'It judges.' : undefined),
  on('ben', at, at % 2 === 0 || at === 3 || at === 5 ? 'fact' : 'opinion'),
]).flat();
const LOG = MARKS.map((mark, at) => put(at + 1, mark));

test('[IR1] the figures are those of the insight page, at the time that is said', () => {
  const report = reportOf(LOG, {}, 12);
  expect(report.at).toBe('1970-01-01T00:00:00.012Z');
  expect(report.insight).toMatchObject({ annotations: 12, members: 2 });
  expect(reportOf(LOG).insight.agreement).toMatchObject({
    sameTag: { defined: true, value: 0.8, pairs: 10 },
  });
});

test('[IR1] ranges are made of as many redraws as the report says', () => {
  const { insight, method } = reportOf(LOG);
  expect(method).toMatchObject({ resamples: RESAMPLES, seed: 1, sentences: 10 });
  expect(insight.agreement.sameTagRange).toMatchObject({ draws: RESAMPLES });
});

test('[IR2] the most contested passages come with the side that said why, and the one that did not', () => {
  const { contested } = reportOf(LOG);
  expect(contested.sentences).toBe(2);
  expect(contested.passages[0]).toMatchObject({
    start: 30,
    members: 2,
    words: '0123456789',
    sides: [
      { tag: 'fact', members: 1, best: null },
      { tag: 'opinion', members: 1, best: { user: 'ann', words: 'It judges.' } },
    ],
  });
});

test('[IR5] words that their author has taken back or changed since are not told again, though they counted then', () => {
  const mine = MARKS.find(({ comment }) => comment !== null)!;
  const bestOf = (log: typeof LOG) => reportOf(log, {}, 50).contested.passages[0]?.sides[1]?.best;
  const changed = { ...mine, comment: commentFromText('I was wrong.') };
  expect(bestOf([...LOG, put(99, changed)])).toMatchObject({ user: 'ann', words: null });
  expect(bestOf([...LOG, { ...put(99, mine), what: 'deleted', record: null }])?.words).toBeNull();
  expect(bestOf([...LOG, put(99, { ...mine })])?.words).toBe('It judges.');
});

test('[IR1] who read: marks, done up to where, and null for what the asker may not see', () => {
  const log = [...LOG, put(90, done('ann', 100)), put(91, done('ben', 40))];
  expect(reportOf(log).members).toMatchObject([
    { id: 'ann', name: 'ANN', marks: 10, doneUpTo: 100 },
    { id: 'ben', marks: 10, doneUpTo: 40 },
    { id: 'cora', marks: 0, doneUpTo: null },
  ]);
  const asker = {
    id: 'ann',
    name: 'ANN',
    role: 'annotator' as const,
    places: ['desk/ann'],
    mayRead: (user: string) => user === 'ann',
  };
  expect(reportOf(LOG, { asker }).members.map(({ marks }) => marks)).toEqual([10, null, null]);
});

test('[IR1] a member who left: their marks are counted, and that their votes are not is said', () => {
  const members = [{ id: 'ann', name: 'ANN', role: 'annotator' as const }];
  const { left, insight } = reportOf(LOG, { members });
  expect(left).toEqual({ people: 1, marks: 10 });
  expect(insight).toMatchObject({ annotations: 20, agreement: { people: 1 } });
});

test.each([
  ['no marks', [], {}],
  ['an empty article', [], { text: '', blocks: [] }],
  ['one member', LOG.filter(({ record }) => record?.author === 'ann'), {}],
  [
    'a tag that the codebook lost',
    [put(1, on('ann', 0, 'rumour')), put(2, on('ben', 0, 'fact'))],
    {},
  ],
])('[IR1] with %s every figure is a number or a reason', (_, log, more) => {
  const report = reportOf(log, more);
  expect(report.insight.agreement.alpha).toMatchObject({ defined: false });
  expect(JSON.stringify(reportJson(report))).not.toMatch(/NaN|Infinity|:null,"units"/);
});

test('[IR1] before and after stand at the last reveal up to then; changed tags are told from there', () => {
  const turned = { ...MARKS[0]!, tag: 'opinion' };
  const log = [...LOG, put(200, turned)];
  const moments = [
    { what: 'revealed', at: '1970-01-01T00:00:00.100Z' },
    { what: 'revealed', at: '1970-01-01T00:00:00.300Z' },
  ];
  const { reveal, changed } = reportOf(log, { moments }, 250);
  expect(reveal).toMatchObject({ at: moments[0]!.at, before: { annotations: 20 } });
  expect(reveal?.after.tags).not.toEqual(reveal?.before.tags);
  expect(changed).toMatchObject({
    since: moments[0],
    first: 0,
    tags: [{ user: 'ann', from: 'fact', to: 'opinion', at: '1970-01-01T00:00:00.200Z' }],
  });
  expect(reportOf(log, {}, 250)).toMatchObject({
    reveal: null,
    changed: { since: null, first: 20 },
  });
});

test('[IR3] each figure has the SHA-256 of the canonical JSON of its records, by map and key', () => {
  const answer = reply('cora', MARKS[0]!);
  const log = [...LOG, put(90, done('ann', 100)), put(91, answer)];
  const { inputs, ...report } = reportOf(log);
  const annotations = Object.fromEntries(MARKS.map((mark) => [mark.id, mark]));
  const assessments = { 'ann/done-00000001': done('ann', 100) };
  expect(inputs.marks).toMatchObject({
    records: 20,
    sha256: sha256(canonicalJson({ annotations })),
  });
  expect(inputs.votes).toMatchObject({
    records: 21,
    sha256: sha256(canonicalJson({ annotations, assessments })),
  });
  expect(inputs.talk.sha256).toBe(
    sha256(canonicalJson({ annotations, replies: { [answer.id]: answer }, reactions: {} })),
  );
  const json = reportJson({ inputs, ...report }) as {
    figures: { name: string; inputs: string[]; sha256: string; range?: unknown }[];
  };
  const alpha = json.figures.find(({ name }) => name === 'alpha');
  expect(alpha).toMatchObject({
    inputs: ['votes', 'blocks', 'members'],
    sha256: inputs.votes.sha256,
    range: report.insight.agreement.alphaRange,
  });
  expect(json.figures.every(({ sha256: hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
});

test('[IR3] the order in which records came does not matter; any change of one does', () => {
  const hash = (log: typeof LOG): string => reportOf(log).inputs.marks.sha256;
  expect(hash(LOG.toReversed())).toBe(hash(LOG));
  expect(hash([...LOG, put(99, { ...MARKS[0]!, tag: 'opinion' })])).not.toBe(hash(LOG));
});
