import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Records } from '#lib/annotation/record-set.ts';
import { agreementOf } from '#lib/insight/agreement-of.ts';
import { RunningSentenceVotes } from '#lib/insight/agreement/running-sentence-votes.ts';
import { Evidence } from '#lib/insight/evidence.ts';
import { bestPerSentence } from '#lib/insight/best-per-sentence.ts';
import { RunningInsight } from '#lib/insight/insight-of.ts';
import { contestScore } from '#lib/insight/passages.ts';
import { personsOf } from '#lib/insight/reading-insight.ts';
import { sureInputsOf, surenessOf } from '#lib/insight/sureness-of.ts';
import { voicesOf } from '#lib/insight/voices.ts';
import { putBetweenMarkers } from '../document.ts';
import { machine } from '../machine.ts';
import { type Crowd, crowdOf } from './crowd.ts';
import { naiveAgreement } from './naive.ts';

/**
 * `npm run bench:insight`: what the insight page computes by default, of 200 people and 10,000 annotations, on an article of usual length and
 * on a long one; writes the medians into docs/benchmarks.md. With `--quick` it measures fewer times and only prints.
 */
const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const times = values.quick ? 5 : 31;
const TEXTS = [
  ['60 sentences', crowdOf(200, 10_000, 60)],
  ['2,500 sentences', crowdOf(200, 10_000, 2500)],
] as const;

interface Row {
  work: string;
  /** Milliseconds, a text each. */
  ours: number[];
  naive: number[] | null;
  atMost: number | null;
}

const rows: Row[] = [
  row('everything shown by default, cold', cold, null, 50),
  row('the same after one more mark, warm', warm, null, 10),
  row('sentence votes and the two coefficients of them, cold', votesCold, naiveOnce, null),
  row('one mark into the sentence votes', oneMark, naiveOnce, 1),
  row('in the worker: bootstrap, spans, coefficients for those who know', inWorker, null, null),
];
const text = [
  `As \`npm run bench:insight\` measured it: medians of ${times}, 200 people, 10,000 annotations, every second person done with the whole article.`,
  `${machine()}; other programs ran meanwhile.`,
  '',
  tableOf(rows),
].join('\n');
console.log(text);
if (!values.quick)
  putBetweenMarkers(
    join(dirname(dirname(dirname(import.meta.dirname))), 'docs', 'benchmarks.md'),
    'bench:insight',
    text,
  );

type Work = (crowd: Crowd) => () => () => unknown;

/** `work` gets a text, and then for each time readies what is not measured. */
function row(work: string, ours: Work, naive: Work | null, atMost: number | null): Row {
  const measured = (of: Work): number[] => TEXTS.map(([, crowd]) => median(of(crowd)));
  return { work, ours: measured(ours), naive: naive === null ? null : measured(naive), atMost };
}

function median(prepare: () => () => unknown): number {
  const taken = Array.from({ length: times }, () => {
    const run = prepare();
    const began = performance.now();
    run();
    return performance.now() - began;
  });
  return taken.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
}

/** What the page keeps up to date. */
interface Running {
  evidence: Evidence;
  insight: RunningInsight;
}

function runningOf({ of }: Crowd): Running {
  return { evidence: new Evidence(of, of.members), insight: new RunningInsight() };
}

/** What the page shows before anything is opened, to an instructor. */
function shownByDefault(running: Running, records: Records, { of }: Crowd): unknown {
  const { evidence } = running;
  evidence.follow(records);
  const insight = running.insight.follow(records);
  return {
    insight,
    contested: bestPerSentence(insight.passages, of.blocks, contestScore, 5),
    agreement: agreementOf(evidence),
    persons: personsOf(evidence, of.members),
    voices: voicesOf(records.annotations.values(), of.blocks),
  };
}

function cold(crowd: Crowd) {
  return () => () => shownByDefault(runningOf(crowd), crowd.records, crowd);
}

function warm(crowd: Crowd) {
  const running = runningOf(crowd);
  let { records } = crowd;
  shownByDefault(running, records, crowd);
  return () => {
    const mark = crowd.next();
    records = { ...records, annotations: new Map(records.annotations).set(mark.id, mark) };
    return () => shownByDefault(running, records, crowd);
  };
}

function votesCold({ of, records }: Crowd) {
  return () => () => {
    const evidence = new Evidence(of, of.members);
    evidence.follow(records);
    return agreementOf(evidence);
  };
}

function oneMark(crowd: Crowd) {
  const votes = new RunningSentenceVotes(crowd.of.blocks.flatMap(({ sentences }) => sentences));
  for (const mark of crowd.records.annotations.values()) votes.put(mark);
  return () => {
    const mark = crowd.next();
    // What a mark changes is looked at when it is asked for.
    return () => {
      votes.put(mark);
      votes.ratings();
    };
  };
}

function naiveOnce({ of, records }: Crowd) {
  return () => () => naiveAgreement(records, of);
}

function inWorker({ of, records }: Crowd) {
  const evidence = new Evidence(of, of.members);
  evidence.follow(records);
  return () => () => surenessOf(sureInputsOf(evidence));
}

function tableOf(all: readonly Row[]): string {
  const names = TEXTS.map(([name]) => name);
  const head = [
    'work',
    'unit',
    ...names,
    ...names.map((name) => `naive, ${name}`),
    'asked',
    'reached',
  ];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [head, head.map(() => '---'), ...all.map(cellsOf)].map(line).join('\n');
}

function cellsOf({ work, ours, naive, atMost }: Row): string[] {
  const reached = atMost === null ? '–' : Math.max(...ours) <= atMost ? 'yes' : 'no';
  return [
    work,
    'ms',
    ...ours.map(milliseconds),
    ...(naive?.map(milliseconds) ?? TEXTS.map(() => '–')),
    atMost === null ? '–' : `≤ ${atMost} ms`,
    reached,
  ];
}

function milliseconds(value: number): string {
  return value.toFixed(value < 1 ? 3 : 1);
}
