import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as Y from 'yjs';
import { putBetweenMarkers } from '../document.ts';
import { installPeers } from '../install-peers.ts';
import { annotationOf, annotationUpdate } from './annotation-update.ts';
import { CONTENDERS, type Contender } from './contender.ts';
import { pinDriver } from './cores.ts';
import { pinnedMachine } from './pinned-machine.ts';
import { Results, table } from './table.ts';
import { FULL, QUICK, Workbench } from './workbench.ts';
import { WORKS, type Work } from './works.ts';

/**
 * `npm run bench:sync`: all works, three runs each, every contender in turn within a run; writes the medians into
 * docs/benchmarks.md. With `--only A,D`, `--servers Postil,relay`, `--runs 1` or `--quick` (smaller, once) it only prints.
 */
const project = join(import.meta.dirname, '../../..');
const peers = join(project, 'tests/bench/peers');
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    servers: { type: 'string' },
    runs: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const isWhole =
  !values.quick && [values.only, values.servers, values.runs].every((value) => value === undefined);
const runs = Number(values.runs ?? (values.quick ? 1 : 3));
const works = chosen(WORKS, values.only);
const contenders = chosen(CONTENDERS, values.servers);

process.chdir(project);
checkUpdates();
installPeers(peers);
pinDriver();
const bench = new Workbench(values.quick ? QUICK : FULL);
const results = new Results();
try {
  for (let run = 0; run < runs; run += 1)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    for (const work of works) await measureAll(work, run);
} finally {
  bench.tidy();
}
report();

/** Each run begins with another contender. */
async function measureAll(work: Work, run: number): Promise<void> {
  const turn = run % contenders.length;
  for (const contender of [...contenders.slice(turn), ...contenders.slice(0, turn)]) {
    if (!contender.keeps && !work.withRelay) continue;
    try {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await measure(work, contender, run);
    } catch (error) {
      // Some servers give up under load: the other runs and the other servers count all the same.
      console.log(
        `run ${run + 1}  ${contender.name.padEnd(12)} ${work.name} failed: ${String(error)}`,
      );
    }
  }
}

async function measure(work: Work, contender: Contender, run: number): Promise<void> {
  const figures = await work.measure(contender, bench);
  results.add(contender.name, figures);
  const line = figures.map(
    ({ note, row, value }) => `${row} ${value.toFixed(3)}${note ? ` (${note})` : ''}`,
  );
  console.log(`run ${run + 1}  ${contender.name.padEnd(12)} ${line.join('   ')}`);
}

function report(): void {
  const text = [
    `As \`npm run bench:sync\` measured it: medians of ${runs}, all servers in turn within each run.`,
    pinnedMachine(),
    '',
    ...CONTENDERS.map(({ name, what }) => `- **${name}**: ${what}`),
    `- Limits raised for it: ${[...bench.notices].join(', ')}`,
    '',
    table(results),
  ].join('\n');
  console.log(`\n${text}`);
  if (isWhole) putBetweenMarkers(join(project, 'docs/benchmarks.md'), 'bench:sync', text);
}

/** What the driver writes by hand is what Yjs reads as that annotation. */
function checkUpdates(): void {
  const doc = new Y.Doc();
  for (const at of [0, 1, 2]) Y.applyUpdate(doc, annotationUpdate(2 ** 31, 'someone', at));
  const expected = annotationOf('someone', 2);
  const found = doc.getMap('annotations').get(expected.id);
  if (doc.getMap('annotations').size !== 3 || JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error('The driver does not write what Yjs would.');
}

function chosen<T extends { name: string }>(all: readonly T[], names: string | undefined): T[] {
  const wanted = names?.split(',');
  const unknown = wanted?.find((name) => !all.some((one) => one.name === name));
  if (unknown !== undefined) throw new Error(`There is no ${unknown} here.`);
  return all.filter(({ name }) => wanted?.includes(name) ?? true);
}
