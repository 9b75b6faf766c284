import { createServer } from 'node:http';
import next from 'next';
import { pino } from 'pino';
import { createFailureLimit } from './auth/failure-limit.ts';
import { databaseFile } from './data-dir.ts';
import type { FrontDoor, Inside } from './front-door.ts';
import { readLibrary } from './library.ts';
import { printedOrigin } from './links.ts';
import { installRuntime } from './runtime.ts';
import type { Settings } from './settings.ts';
import { createSqlitePlaceLog } from './store/sqlite/place-log.ts';
import { openSqlite } from './store/sqlite/open-sqlite.ts';
import { openStore } from './store/store.ts';
import type { SyncLimits } from './sync/sync-deps.ts';
import { createSyncServer, type SyncServer } from './sync/sync-server.ts';
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

/** The composition root: settings, store, sync server, use cases and Next.js, on one port. */
export async function serve(door: FrontDoor, start: Start): Promise<Serving> {
  const { settings, secret, projectDir, version } = start;
  const origin = printedOrigin({ ...settings, port: door.port });
  const logger = pino({ name: 'postil' }, pino.destination(2));
  const clock = Date.now;

  const file = databaseFile(settings.dataDir);
  const store = await openStore(openSqlite(file));
  const library = await readLibrary(projectDir, settings.articlesDir);
  const links = await prepareStore(store, settings, library, origin);

  const log = createSqlitePlaceLog(file);
  const access = createSyncAccess({ store, settings, secret, clock });
  const sync = createSyncServer({ log, access, limits: syncLimits(settings), clock, logger });
  const failures = createFailureLimit(settings.limits.LIMIT_FAILED_SIGNINS_PER_MINUTE, clock);
  const startedAt = clock();
  const useCases = createUseCases(
    { store, log, sync, settings, secret, failures, clock },
    {
      health: () => ({
        status: door.phase(),
        version,
        store: 'sqlite',
        uptime: Math.round((clock() - startedAt) / 1000),
      }),
      port: door.port,
      entries: library.entries,
      reportBug: (error) => logger.error(error),
    },
  );
  installRuntime(useCases);

  const pages = await openPages(start, door.port);
  door.open({ ...pages, upgrade: upgradeBy(sync, pages) });
  return {
    origin,
    links,
    notices: library.problems,
    async close() {
      door.drain();
      await sync.close();
      await door.close();
      await Promise.all([pages.close(), log.close(), store.close()]);
    },
  };
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

function syncLimits({ limits }: Settings): SyncLimits {
  return {
    messageBytes: limits.LIMIT_MESSAGE_BYTES,
    recordBytes: limits.LIMIT_RECORD_BYTES,
    recordsPerMember: limits.LIMIT_RECORDS_PER_MEMBER,
    placeBytes: limits.LIMIT_PLACE_BYTES,
    messagesPerSecond: limits.LIMIT_MESSAGES_PER_SECOND,
    bytesPerSecond: limits.LIMIT_BYTES_PER_SECOND,
    connectionsPerUser: limits.LIMIT_CONNECTIONS_PER_USER,
    clientIdsPerMember: limits.LIMIT_CLIENT_IDS_PER_MEMBER,
  };
}
