import { once } from 'node:events';
import { createServer } from 'node:http';
import { pino } from 'pino';
import { databaseFile } from '#server/data-dir.ts';
import { orExit } from '#server/or-exit.ts';
import { parseSettings, raisedLimits } from '#server/settings.ts';
import { openSqlite } from '#server/store/sqlite/open-sqlite.ts';
import { createSqlitePlaceLog } from '#server/store/sqlite/place-log.ts';
import { openStore } from '#server/store/store.ts';
import { syncLimits } from '#server/sync-limits.ts';
import { createSyncServer } from '#server/sync/sync-server.ts';
import { createSyncAccess } from '#server/usecases/sync-access.ts';
import { seatsIn } from './postil-seats.ts';

/**
 * Postil's sync server as `server/main.ts` puts it together, without the pages: sessions, standings, judge,
 * log and fsync are the real ones. Prints the limits that were raised, then its seats as one line of JSON.
 */
const settings = orExit(parseSettings(process.env, process.cwd()));
const secret = settings.authSecret ?? '';
const clock = Date.now;
const file = databaseFile(settings.dataDir);
const store = await openStore(openSqlite(file));
const log = createSqlitePlaceLog(file);
await log.settings();
const access = createSyncAccess({ store, log, settings, secret, clock });
const logger = pino({ level: 'warn' }, pino.destination(2));
const sync = createSyncServer({ log, access, limits: syncLimits(settings), clock, logger });

const seats = await seatsIn(store, settings.dataDir, secret, {
  rooms: Number(process.env['BENCH_ROOMS']),
  members: Number(process.env['BENCH_MEMBERS']),
});
const server = createServer();
server.on('upgrade', (request, socket, head) => sync.handleUpgrade(request, socket, head));
process.once('SIGTERM', () => void end());
server.listen(settings.port, settings.host);
await once(server, 'listening');
for (const line of raisedLimits(settings)) console.log(line);
console.log(JSON.stringify(seats));

async function end(): Promise<void> {
  await sync.close();
  server.close();
  await Promise.all([log.close(), store.close()]);
  process.exit(0);
}
