import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createImportReader } from '#server/articles/import-reader.ts';
import { createFailureLimit } from '#server/auth/failure-limit.ts';
import { databaseFile } from '#server/data-dir.ts';
import { createFigures, startFiguresThread } from '#server/figures/figures.ts';
import { createLogger } from '#server/logger.ts';
import { orExit } from '#server/or-exit.ts';
import { parseSettings } from '#server/settings.ts';
import type { NewEntry } from '#server/store/log.ts';
import { openSqlite } from '#server/store/sqlite/open-sqlite.ts';
import { createSqlitePlaceLog } from '#server/store/sqlite/place-log.ts';
import { openStore, type Store } from '#server/store/store.ts';
import { syncLimits } from '#server/sync-limits.ts';
import { createSyncServer } from '#server/sync/sync-server.ts';
import { createUseCases } from '#server/usecases/create-use-cases.ts';
import { createSyncAccess } from '#server/usecases/sync-access.ts';
import type { UseCases, User } from '#server/usecases/use-cases.ts';
import {
  addMembers,
  appendTo,
  crowdedText,
  crowdEntries,
} from '#tests/fixtures/crowded-reading.ts';

/** Postil as `server/main.ts` puts it together, without the pages, over a folder that goes with it. */
export interface MeasuredServer {
  readings: UseCases['readings'];
  reading: string;
  instructor: User;
  /** Puts one more record into the log, so that nothing is answered from what was kept. */
  goOn(): Promise<void>;
  close(): Promise<void>;
}

const WORDS = 1700;

export async function measuredServer(people: number, marks: number): Promise<MeasuredServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'postil-figures-'));
  const { store, log, readings, close } = await composed(dataDir);
  const { reading, instructor, entries } = await crowdedReading(store, people, marks);
  const place = { reading, place: 'shared' };
  const later = entries.splice(-200);
  await appendTo(log, place, entries);
  return {
    readings,
    reading,
    instructor,
    goOn: () => appendTo(log, place, later.splice(0, 1)),
    async close() {
      await close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function composed(dataDir: string) {
  const settings = orExit(parseSettings({ DATA_DIR: dataDir }, process.cwd()));
  const [clock, secret, file] = [Date.now, 'only for measuring', databaseFile(dataDir)];
  const store = await openStore(openSqlite(file));
  const log = createSqlitePlaceLog(file);
  const access = createSyncAccess({ store, log, settings, secret, clock });
  const limits = syncLimits(settings);
  const sync = createSyncServer({ log, access, limits, clock, logger: createLogger() });
  const figures = createFigures({ log, start: () => startFiguresThread(file) });
  const imports = createImportReader({ entries: [], limitBytes: 1 });
  const failures = createFailureLimit(1, clock);
  const { readings } = createUseCases(
    { store, sync, log, figures, imports, settings, secret, failures, clock },
    {
      health: async () => {
        throw new Error('Nobody asks for its health.');
      },
      metricsText: async () => '',
      port: 0,
      entries: [],
      reportBug: () => {},
    },
  );
  const close = async (): Promise<void> => {
    await Promise.all([sync.close(), figures.close(), imports.close()]);
    await Promise.all([log.close(), store.close()]);
  };
  return { store, log, readings, close };
}

async function crowdedReading(
  store: Store,
  people: number,
  marks: number,
): Promise<{ reading: string; instructor: User; entries: NewEntry[] }> {
  const text = crowdedText(WORDS);
  const { revision, canonical, blocks } = text;
  const group = await store.groups.addGroup('Measured');
  await store.articles.addRevision({ id: revision, document: '{}', canonical, blocks });
  const article = await store.articles.addArticle({
    ...NOTHING_SAID,
    title: 'Measured',
    words: WORDS,
    digest: 0,
    revision_id: revision,
  });
  const reading = await store.readings.addReading({
    group_id: group.id,
    article_id: article.id,
    revision_id: revision,
    phase: 'open',
    due: null,
  });
  const instructor = await store.people.addUser({ name: 'Olga', email: null });
  await store.groups.addMember(group.id, instructor.id, 'instructor');
  const users = await addMembers(store, group.id, people);
  const user = { ...instructor, canSignIn: true };
  return { reading: reading.id, instructor: user, entries: crowdEntries(text, users, marks) };
}

const NOTHING_SAID = {
  byline: null,
  source: null,
  written: null,
  note: null,
  teaser: null,
  sha256: null,
  catalogue: null,
  imported_by: null,
};
