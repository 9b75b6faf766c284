import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { putBetweenMarkers } from '../document.ts';
import { machine } from '../machine.ts';
import { type MeasuredServer, measuredServer } from './measured-server.ts';

/**
 * `npm run bench:figures`: how long the server's event loop, which relays marks, is held by those who ask for figures of 10,000
 * marks by 200 people. Writes the table into docs/benchmarks.md; with `--quick` it measures fewer times and only prints.
 */
const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const times = values.quick ? 3 : 9;
const [PEOPLE, MARKS] = [200, 10_000];
/** As long as the loop needs to come to rest before and after. Milliseconds. */
const REST = 50;

interface Taken {
  /** Until the answer was there. */
  answer: number;
  /** The longest time in which the event loop did nothing else. */
  held: number;
  /** Of the event loop's thread. */
  cpu: number;
}

const server = await measuredServer(PEOPLE, MARKS);
const { readings, instructor: user, reading } = server;
const works: [string, () => Promise<{ ok: boolean }>][] = [
  ['`GET …/insight`', () => readings.insight(user, reading, null)],
  ['`GET …/insight?at=`', () => readings.insight(user, reading, Date.now())],
  ['`GET …/report`', () => readings.reportDocument(user, reading, null)],
  ['`GET …/changed-tags`', () => readings.changedTags(user, reading, { after: null, until: null })],
  ['`GET …/predictions`', () => readings.predictions(user, reading)],
  ['a line of the library', () => readings.tally(user, reading)],
];
const lines: string[] = [];
for (const [name, work] of works) {
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  const [anew, again] = [await medians(work, server.goOn), await medians(work, async () => {})];
  lines.push(`| ${[name, ...cells(anew), ...cells(again)].join(' | ')} |`);
}
await server.close();

const text = [
  `As \`npm run bench:figures\` measured it: medians of ${times}, ${PEOPLE} people, ${MARKS} marks and what was said of them.`,
  `${machine()}; other programs ran meanwhile.`,
  '',
  '| asked | held, ms | CPU, ms | answer, ms | again: held, ms | CPU, ms | answer, ms |',
  '| --- | --- | --- | --- | --- | --- | --- |',
  ...lines,
].join('\n');
console.log(text);
if (!values.quick) {
  const root = dirname(dirname(dirname(import.meta.dirname)));
  putBetweenMarkers(join(root, 'docs', 'benchmarks.md'), 'bench:figures', text);
}

async function medians(
  work: () => Promise<{ ok: boolean }>,
  before: MeasuredServer['goOn'],
): Promise<Taken> {
  const all: Taken[] = [];
  for (let time = 0; time < times; time += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await before();
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    all.push(await taken(work));
  }
  const median = (which: keyof Taken): number =>
    all.map((one) => one[which]).toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
  return { answer: median('answer'), held: median('held'), cpu: median('cpu') };
}

async function taken(work: () => Promise<{ ok: boolean }>): Promise<Taken> {
  // Its timer is not JavaScript's: what it costs is not counted.
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await sleep(REST);
  delay.reset();
  const before = process.threadCpuUsage();
  const began = performance.now();
  const { ok } = await work();
  const answer = performance.now() - began;
  const { user: inUser, system } = process.threadCpuUsage(before);
  await sleep(REST);
  delay.disable();
  if (!ok) throw new Error('It was not counted.');
  return { answer, held: delay.max / 1e6, cpu: (inUser + system) / 1000 };
}

function cells({ held, cpu, answer }: Taken): string[] {
  return [held, cpu, answer].map((value) => value.toFixed(value < 10 ? 1 : 0));
}
