import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '#server/build.ts';
import { joinReading } from '#server/demo/simulate.ts';
import { orExit } from '#server/or-exit.ts';
import { launchBrowser } from '#tests/browser/browser.ts';
import { startServer } from '#tests/integration/postil-server.ts';
import { putBetweenMarkers } from '../document.ts';
import { machine } from '../machine.ts';
import { annotatedReading, generatedReading, membersOf } from '../page/annotated-reading.ts';
import { DESK, type OpenPage, openPage } from '../page/contender-pages.ts';
import { type Frames, watchedFrames } from './frames.ts';

/**
 * `npm run bench:live`: whether pages hold sixty frames a second while simulated members do as much as thirty people in a reading that has 10,000 marks already; writes a table into docs/benchmarks.md.
 * With `--quick` (1,000 marks, three seconds a page) it only prints.
 */
const project = dirname(dirname(dirname(import.meta.dirname)));
const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const [marks, seconds] = values.quick ? [1000, 3] : [10_000, 10];
const WORDS = 5000;
/** Each holds a copy of everything, and all share a process: thirty would leave the browser no processor. They do what thirty people do with a deed every three seconds. */
const MARKERS = 6;
const DEEDS_A_SECOND = 10;
/** Milliseconds of the plan. */
const ALL_HAVE_BEGUN = 4500;

const PAGES: { page: string; path: string; ready: (open: OpenPage) => Promise<unknown> }[] = [
  {
    page: 'the article',
    path: '',
    ready: ({ page }) => page.locator('article mark').first().waitFor(),
  },
  {
    page: 'the article, heat',
    path: '?view=heat',
    ready: ({ page }) => page.locator('article[data-paint="heat"] mark').first().waitFor(),
  },
  {
    page: 'the article with the insight panel',
    path: '',
    ready: async ({ page }) => {
      await page.locator('article mark').first().waitFor();
      await page.keyboard.press('i');
      await page.getByRole('region', { name: 'The sentence in view' }).waitFor();
    },
  },
  {
    page: 'the insight page',
    path: '/insight',
    ready: ({ page }) => page.getByRole('heading', { name: 'Where you differ most' }).waitFor(),
  },
  {
    page: 'the insight page, all opened',
    path: '/insight',
    ready: async ({ page }) => {
      await page.getByRole('heading', { name: 'Where you differ most' }).waitFor();
      await page
        .locator('main details')
        .evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
    },
  },
  {
    page: 'Present',
    path: '/present',
    ready: ({ page }) => page.locator('blockquote mark').first().waitFor(),
  },
];

orExit(await ensureBuilt(project));
const server = await startServer();
const browser = await launchBrowser();
const found: [page: string, figures: Frames][] = [];
try {
  const owner = await server.owner();
  const members = await membersOf(server);
  const reading = await annotatedReading(owner, members, generatedReading(WORDS, marks));
  const [first, ...others] = members.slice(0, MARKERS);
  if (first === undefined) throw new Error('Nobody marks.');
  const simulation = await joinReading([first, ...others], reading.reading);
  const span = simulation.plan.at(-1)?.at ?? 1;
  const pace = (simulation.plan.length / DEEDS_A_SECOND) * (1000 / span);
  const ending = new AbortController();
  const playing = simulation.play({ pace, signal: ending.signal });
  // Until the last member begins the plan is squeezed (SM6 of docs/DEMO.md).
  await new Promise((resolve) => setTimeout(resolve, ALL_HAVE_BEGUN * pace));
  for (const { page, path, ready } of PAGES) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    const open = await openPage(browser, DESK, owner);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await open.page.goto(`${reading.path}${path}`);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await ready(open);
    // oxlint-disable-next-line no-await-in-loop -- as above
    const figures = await watchedFrames(open, seconds * 1000);
    found.push([page, figures]);
    console.log(page, JSON.stringify(figures));
    // oxlint-disable-next-line no-await-in-loop -- as above
    await open.close();
  }
  ending.abort();
  await playing;
  simulation.leave();
} finally {
  await browser.close();
  await server.stop();
}
const text = [
  `As \`npm run bench:live\` measured it: ${marks.toLocaleString('en')} marks on ${WORDS.toLocaleString('en')} words, ${MARKERS} simulated members at about ${DEEDS_A_SECOND} deeds a second (thirty people, each with one every three seconds), ${seconds} s a page.`,
  `${machine()}; browser, server and members share these cores, and other programs ran.`,
  '',
  tableOf(),
].join('\n');
console.log(`\n${text}`);
if (!values.quick) putBetweenMarkers(join(project, 'docs/benchmarks.md'), 'bench:live', text);

function tableOf(): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = [
    'page',
    'frames a second',
    'over 20 ms',
    'over 50 ms',
    'longest, ms',
    'CPU of the main thread',
    'records given out a second',
  ];
  const rows = found.map(([page, { rate, late, stuck, longest, cpu, changes }]) => [
    page,
    rate.toFixed(1),
    String(late),
    String(stuck),
    longest.toFixed(0),
    `${Math.round(cpu * 100)} %`,
    changes.toFixed(1),
  ]);
  return [head, head.map(() => '---'), ...rows].map(line).join('\n');
}
