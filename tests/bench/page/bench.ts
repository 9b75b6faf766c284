import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '#tests/browser/browser.ts';
import { startServer } from '#tests/integration/postil-server.ts';
import { ensureBuilt } from '#server/build.ts';
import { orExit } from '#server/or-exit.ts';
import { putBetweenMarkers } from '../document.ts';
import { machine } from '../machine.ts';
import { annotatedReading, generatedReading, membersOf } from './annotated-reading.ts';
import { measurePeer } from './measure-peer.ts';
import { measurePostil } from './measure-postil.ts';
import { servePeerPages } from './peer-pages.ts';
import { CONTENDERS, type ContenderName, type Figures, Results, table } from './table.ts';

/**
 * `npm run bench:page`: three runs of all figures, the contenders in turn within each; writes the medians into
 * docs/benchmarks.md. With `--runs 1`, `--only Postil,DecorationSet` or `--quick` (fewer annotations, once) it only prints.
 */
const project = dirname(dirname(dirname(import.meta.dirname)));
const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const isWhole = !values.quick && values.runs === undefined && values.only === undefined;
const runs = Number(values.runs ?? (values.quick ? 1 : 3));
const sizes = values.quick
  ? { words: 10_000, annotations: 2000 }
  : { words: 50_000, annotations: 10_000 };
const contenders = CONTENDERS.filter((name) => values.only?.split(',').includes(name) ?? true);

orExit(await ensureBuilt(project));
const peers = await servePeerPages(['decorations', 'recogito']);
const server = await startServer();
const browser = await launchBrowser();
const results = new Results();
try {
  const owner = await server.owner();
  const members = await membersOf(server);
  const [reader] = members;
  if (reader === undefined) throw new Error('Nobody reads.');
  const readings = {
    long: await annotatedReading(owner, members, generatedReading(sizes.words, sizes.annotations)),
    dense: await annotatedReading(owner, members, generatedReading(1300, sizes.annotations)),
    usual: await annotatedReading(owner, members, generatedReading(1301, 300)),
  };
  const measure: Record<ContenderName, () => Promise<Figures>> = {
    Postil: () => measurePostil(browser, reader, readings),
    DecorationSet: () => measurePeer(browser, peers.urlOf('decorations'), readings),
    Recogito: () => measurePeer(browser, peers.urlOf('recogito'), readings),
  };
  for (let run = 0; run < runs; run += 1)
    for (const name of contenders) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const figures = await measure[name]();
      results.add(name, figures);
      console.log(`run ${run + 1}  ${name.padEnd(14)} ${JSON.stringify(rounded(figures))}`);
    }
} finally {
  await browser.close();
  await server.stop();
  peers.close();
}
report();

function report(): void {
  const text = [
    `As \`npm run bench:page\` measured it: ${sizes.words.toLocaleString('en')} words with ${sizes.annotations.toLocaleString('en')} annotations, medians of ${runs}, all in turn within each run.`,
    `${machine()}.`,
    '',
    table(results),
  ].join('\n');
  console.log(`\n${text}`);
  if (isWhole) putBetweenMarkers(join(project, 'docs/benchmarks.md'), 'bench:page', text);
}

function rounded(figures: Figures): Record<string, number | string> {
  return Object.fromEntries(
    Object.entries(figures).map(([row, value]) => [
      row,
      Number.isFinite(value) ? Number(value.toPrecision(3)) : 'not in time',
    ]),
  );
}
