import { createServer } from 'node:http';
import next from 'next';
import { type Result, ok } from '#lib/result.ts';
import { createImportReader } from './articles/import-reader.ts';
import { createFailureLimit } from './auth/failure-limit.ts';
import { databaseFile } from './data-dir.ts';
import { createFigures, startFiguresThread } from './figures/figures.ts';
import type { FrontDoor, Inside } from './front-door.ts';
import { createHealth } from './health.ts';
import { readLibrary } from './library.ts';
import { printedOrigin } from './links.ts';
import { noteListening, removeListeningNote } from './listening-note.ts';
import { createLogger } from './logger.ts';
import { createMetrics } from './metrics/create-metrics.ts';
import { installRuntime } from './runtime.ts';
import type { Settings } from './settings.ts';
import { orDamaged } from './store/sqlite/or-damaged.ts';
import { createSqlitePlaceLog } from './store/sqlite/place-log.ts';
import { openSqlite } from './store/sqlite/open-sqlite.ts';
import { openStore } from './store/store.ts';
import { createSyncServer, type SyncServer } from './sync/sync-server.ts';
import { syncLimits } from './sync-limits.ts';
import { createUseCases } from './usecases/create-use-cases.ts';
import { prepareStore, type StartLinks } from './usecases/first-start.ts';
import { createSyncAccess } from './usecases/sync-access.ts';

/** How this process was started. */
export interface Start {
  settings: Settings;
  /** Signs sessions and sync tokens. */
  secret: string;
  projectDir: string;
  version: string;
  dev: boolean;
}

export interface Serving {
  origin: string;
  links: StartLinks;
  /** Lines for the person who started it. */
  notices: string[];
  /** Flushes, closes sockets with 1012, and ends. */
  close(): Promise<void>;
}

/**
 * The composition root: settings, store, sync server, use cases and Next.js, on one port. Fails with one line when
 * the database cannot be used.
 */
export async function serve(door: FrontDoor, start: Start): Promise<Result<Serving>> {
  const { settings, secret, projectDir, version } = start;
  const origin = printedOrigin({ ...settings, port: door.port });
  const logger = createLogger();
  const clock = Date.now;

  const file = databaseFile(settings.dataDir);
  const library = await readLibrary(projectDir, settings.articlesDir);
  const opened = await orDamaged(file, async () => {
    const kept = await openStore(openSqlite(file));
    return { store: kept, links: await prepareStore(kept, settings, library, origin) };
  });
  if (!opened.ok) return opened;
  const { store, links } = opened.value;

  const log = createSqlitePlaceLog(file);
  const access = createSyncAccess({ store, log, settings, secret, clock });
  const metrics = createMetrics();
  const sync = createSyncServer({
    log,
    access,
    limits: syncLimits(settings),
    clock,
    logger,
    metrics: metrics.sync,
  });
  metrics.watch(() => sync.load());
  const failures = createFailureLimit(settings.limits.LIMIT_FAILED_SIGNINS_PER_MINUTE, clock);
  const imports = createImportReader({
    entries: library.entries,
    limitBytes: settings.limits.LIMIT_IMPORT_BYTES,
  });
  const figures = createFigures({ log, start: () => startFiguresThread(file) });
  const useCases = createUseCases(
    { store, sync, log, figures, imports, settings, secret, failures, clock },
    {
      health: createHealth({ phase: door.phase, version, store, log, clock }),
      metricsText: metrics.text,
      port: door.port,
      entries: library.entries,
      reportBug: (err) => logger.error({ err }, 'a bug'),
    },
  );
  installRuntime(useCases);

  const pages = await openPages(start, door.port);
  // Nobody who joins waits for the log's thread to start.
  logger.info(await log.settings(), 'log opened');
  door.open({ ...pages, upgrade: upgradeBy(sync, pages) });
  noteListening(settings.dataDir, origin);
  return ok({
    origin,
    links,
    notices: library.problems,
    async close() {
      door.drain();
      removeListeningNote(settings.dataDir);
      await Promise.all([sync.close(), imports.close(), figures.close()]);
      await door.close();
      await Promise.all([pages.close(), log.close(), store.close()]);
    },
  });
}

interface Pages extends Inside {
  close(): Promise<void>;
}

/**
 * Next.js. It wants to add an `upgrade` listener of its own to the server; it gets one that never listens, so
 * that the path decides in one place who takes a socket.
 */
async function openPages({ settings, projectDir, dev }: Start, port: number): Promise<Pages> {
  setNextAuthEnvironment(settings);
  const upgrades = createServer();
  const app = next({ dev, dir: projectDir, hostname: settings.host, port, httpServer: upgrades });
  await app.prepare();
  const handle = app.getRequestHandler();
  return {
    request: (request, response) => handle(request, response),
    upgrade(request, socket, head) {
      if (!dev || !upgrades.emit('upgrade', request, socket, head))
        socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
    },
    close: () => app.close(),
  };
}

function upgradeBy(sync: SyncServer, pages: Pages): Inside['upgrade'] {
  return (request, socket, head) => {
    if (request.url?.startsWith('/sync/') === true) sync.handleUpgrade(request, socket, head);
    else pages.upgrade(request, socket, head);
  };
}

/** next-auth reads these itself. Without PUBLIC_URL it takes the host that the front door has made sure of. */
function setNextAuthEnvironment({ publicUrl }: Settings): void {
  delete process.env['NEXTAUTH_URL'];
  if (publicUrl === null) process.env['AUTH_TRUST_HOST'] = 'true';
  else process.env['NEXTAUTH_URL'] = publicUrl;
}
