import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Block } from '#lib/article/document.ts';
import { insightOf } from '#lib/insight/insight-of.ts';
import { ledgerOf } from '#lib/insight/predictions/ledger-of.ts';
import { readingInsightOf } from '#lib/insight/reading-insight.ts';
import { recordsAt } from '#lib/insight/records-at.ts';
import { loggedAt } from '#lib/insight/report/logged-at.ts';
import { reportJson } from '#lib/insight/report/report-json.ts';
import { readingReport } from '#lib/insight/report/reading-report.ts';
import { crowdedText, crowdEntries } from '#tests/fixtures/crowded-reading.ts';
import { sha256 } from '../articles/sha256.ts';
import type { NewEntry, PlaceEvent } from '../store/log.ts';
import { createSqlitePlaceLog, type SqlitePlaceLog } from '../store/sqlite/place-log.ts';
import { createFigures, type Figures, startFiguresThread } from './figures.ts';
import { dayOf, type FiguresOrder, type LogNames, type ReportOrder } from './orders.ts';

/** The real thread over a real file, against the same functions over the audit trail (H1). */
const SHARED = { reading: 'r1', place: 'shared' };
const DESK = { reading: 'r1', place: 'desk/user-1#1' };
const USERS = Array.from({ length: 8 }, (_, at) => `user-${at}`);
const TEXT = crowdedText(300);
const LOGS: LogNames = { shared: SHARED, desks: [], shownDesks: [DESK] };
const texts = [TEXT];
const blocks = JSON.parse(TEXT.blocks) as Block[];
const now = Date.now() + 60_000;

let folder: string;
let log: SqlitePlaceLog;
let figures: Figures;
let entries: NewEntry[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'postil-figures-'));
  const file = join(folder, 'postil.sqlite');
  log = createSqlitePlaceLog(file);
  figures = createFigures({ log, start: () => startFiguresThread(file) });
  entries = crowdEntries(TEXT, USERS, 150);
  const own = entries.filter(({ user }) => user === 'user-1');
  await append(DESK, own.slice(0, 5));
  await append(SHARED, entries.slice(0, 100));
});

afterAll(async () => {
  await figures.close();
  await log.close();
  rmSync(folder, { recursive: true, force: true });
});

async function append(place: typeof SHARED, more: NewEntry[]): Promise<void> {
  const { head, epoch } = await log.read(place, 0);
  const [outcome] = await log.append([{ ...place, head, epoch, entries: more }]);
  expect(outcome).toMatchObject({ kind: 'appended' });
}

async function answerTo(order: FiguresOrder): Promise<string> {
  const counted = await figures.count('ann', order);
  if (!counted.ok) throw new Error(counted.error.title);
  return new TextDecoder().decode(counted.value);
}

async function history(): Promise<{ shared: PlaceEvent[]; shownDesks: PlaceEvent[][] }> {
  const [shared, desk] = await Promise.all(
    [SHARED, DESK].map((place) => log.history(place, 0, Number.MAX_SAFE_INTEGER)),
  );
  const shown = new Set(shared?.map(({ map, key }) => `${map} ${key}`));
  return {
    shared: shared ?? [],
    shownDesks: [desk?.filter(({ map, key }) => shown.has(`${map} ${key}`)) ?? []],
  };
}

const about: ReportOrder['about'] = {
  reading: { id: 'r1', group: 'Group', revision: TEXT.revision, phase: 'open' },
  article: {
    id: 'a1',
    title: 'Title',
    byline: null,
    source: null,
    written: null,
    words: 300,
    digest: false,
  },
  members: USERS.map((id) => ({ id, name: id, role: 'annotator' as const })),
  asker: { id: 'user-0', name: 'user-0', role: 'annotator', places: ['shared'] },
  shown: ['user-0'],
  moments: [],
};

test.each(['from nothing', 'after more was logged'])(
  '[FT1] %s, each answer is byte by byte what the functions give over the audit trail',
  async (when) => {
    if (when !== 'from nothing') await append(SHARED, entries.slice(100));
    const { shared, shownDesks } = await history();
    const all = [...shownDesks, shared];
    const records = recordsAt(all, Infinity);
    expect(records.annotations.size).toBeGreaterThan(50);

    const tally = await answerTo({ work: 'tally', of: { logs: LOGS }, texts: [], now });
    expect(tally).toBe(JSON.stringify(insightOf(records)));

    const of = { revision: TEXT.revision, blocks, length: TEXT.canonical.length, members: USERS };
    const insight = { logs: LOGS, at: null, members: USERS, shown: USERS };
    expect(await answerTo({ work: 'insight', of: insight, texts, now })).toBe(
      JSON.stringify(readingInsightOf(records, of, USERS)),
    );
    const middle = shared[50]!.at;
    expect(await answerTo({ work: 'insight', of: { ...insight, at: middle }, texts, now })).toBe(
      JSON.stringify(readingInsightOf(recordsAt(all, middle), of, USERS)),
    );

    const asker = { ...about.asker, mayRead: (user: string) => user === 'user-0' };
    const report = readingReport(
      { ...about, asker, text: TEXT.canonical, blocks },
      { all, changes: { shared, desks: [] } },
      now,
      sha256,
    );
    const reported = { about, mayRead: ['user-0'], logs: LOGS, at: null };
    for (const [as, value] of [
      ['report', report],
      ['document', reportJson(report)],
    ] as const)
      expect(await answerTo({ work: 'report', of: { ...reported, as }, texts, now })).toBe(
        JSON.stringify(value),
      );

    const article = { id: 'a1', title: 'Title', written: null };
    expect(
      await answerTo({
        work: 'ledger',
        of: { readings: [{ id: 'r1', article, logs: LOGS }] },
        texts,
        now,
      }),
    ).toBe(
      JSON.stringify(
        ledgerOf(
          [{ id: 'r1', article, text: TEXT.canonical, blocks, records: loggedAt(all, Infinity) }],
          dayOf(now),
        ),
      ),
    );
  },
);
