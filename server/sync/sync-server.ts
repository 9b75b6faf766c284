import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { LoggedRecord } from '#lib/protocol/http.ts';
import { CLOSE } from '#lib/protocol/sync.ts';
import { createCommitPace } from './commit-pace.ts';
import { createCompaction } from './compaction.ts';
import { createDoor, refuseUpgrade } from './door.ts';
import { createGroupCommit } from './group-commit.ts';
import { loadRoom } from './load-room.ts';
import { awarenessFrame } from './outgoing.ts';
import { Reception } from './reception.ts';
import { deskId } from './place-id.ts';
import { createReadingClientIds } from './reading-client-ids.ts';
import { createReveals } from './reveals.ts';
import { createReview } from './review.ts';
import { Rooms } from './rooms.ts';
import { parseSyncAddress } from './sync-address.ts';
import { DEFAULT_SYNC_TIMING, type SyncDeps } from './sync-deps.ts';
import { NO_METRICS, type SyncLoad, measuredAppend } from './sync-metrics.ts';
import { createVisitors } from './visitors.ts';

/** The sync side of the server: sockets on `/sync/<readingId>/<place>`, and what HTTP asks of it. */
export interface SyncServer {
  /** Takes an HTTP upgrade whose path begins with `/sync/`. Never throws. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /**
   * The live records of a place as the log names it, durable ones only, each with the commit time of the entry that last set
   * it. Asks nobody's leave: the caller has. Rejects when the place cannot be loaded.
   */
  records(reading: string, place: string): Promise<LoggedRecord[]>;
  /** Ids of users with a presence in a place of the reading; who only looks on has none. */
  here(reading: string): ReadonlySet<string>;
  /** The user's session, role or membership changed: their open sockets are judged again. */
  reviewUser(userId: string): void;
  /**
   * The reading's phase, or a member's role or membership changed, in the store already: nothing that was judged
   * before is appended any more, and all its open sockets are judged again. Resolves when that holds.
   */
  reviewReading(readingId: string): Promise<void>;
  /** Brings a member's desk of a blind round into `shared`. See `Reveals.reveal`. */
  reveal(reading: string, userId: string, round: number): Promise<void>;
  load(): SyncLoad;
  /** Flushes what is queued, closes sockets with 1012, and ends. The log stays open: its owner closes it. */
  close(): Promise<void>;
}

/** What a client hears when there is nothing to say: a stock one leaves after 30 s of silence. */
const SIGN_OF_LIFE = awarenessFrame([]);

export function createSyncServer(deps: SyncDeps): SyncServer {
  const { access, clock, limits, log, logger } = deps;
  const timing = { ...DEFAULT_SYNC_TIMING, ...deps.timing };
  const door = createDoor(limits.messageBytes, timing.goodbye);
  const metrics = deps.metrics ?? NO_METRICS;
  const commits = createGroupCommit(
    measuredAppend(log, metrics),
    createCommitPace(timing.commitWindow, () => performance.now()),
  );
  const visitors = createVisitors(limits, clock);
  const review = createReview(access, logger);
  const reviewReading = async (reading: string): Promise<void> => {
    await reception.reviewWhere((connection) => connection.reading === reading);
  };
  const clientIds = createReadingClientIds(log);
  const compaction = createCompaction(log, logger, timing.rest);
  const loading = {
    log,
    logger,
    clientIds,
    commits,
    compaction,
    access,
    limits,
    clock,
    reviewReading,
  };
  const rooms = new Rooms({
    load: (id, events) => loadRoom(loading, id, events),
    evictAfter: timing.evictAfter,
    onPutAway: (id) => compaction.putAway(id),
    onBroken: (id, error) =>
      logger.error({ err: error, ...id }, 'place closed, to be loaded again'),
  });
  const reveals = createReveals({ log, rooms, logger });
  const reception = new Reception({
    access,
    clock,
    commits,
    limits,
    logger,
    metrics,
    reveals,
    review,
    rooms,
    visitors,
  });

  const timers = [
    setInterval(
      () => reception.forEach((connection) => connection.renew(SIGN_OF_LIFE)),
      timing.renew,
    ),
    setInterval(() => {
      reception.forEach((connection) => connection.checkAlive());
      visitors.sweep();
    }, timing.ping),
    setInterval(() => void reception.reviewWhere(() => true), timing.review),
  ];
  for (const timer of timers) timer.unref();

  return {
    handleUpgrade(request, socket, head) {
      const { cookie, host, origin } = request.headers;
      if (reception.closing) return refuseUpgrade(socket, 503);
      if (!access.originAllowed(origin, host)) return refuseUpgrade(socket, 403);
      const address = parseSyncAddress(request.url);
      door.upgrade(request, socket, head, (upgraded) => {
        void reception.receive(upgraded, socket, address, cookie ?? null);
      });
    },
    async records(reading, place) {
      const room = await rooms.get({ reading, place });
      return room === null ? [] : room.records();
    },
    here: (reading) => reception.usersIn(reading),
    reviewUser(userId) {
      void reception.reviewWhere(({ user }) => user.id === userId);
    },
    async reviewReading(reading) {
      await log.raiseEpoch(reading);
      await reviewReading(reading);
    },
    load: () => ({
      sockets: reception.sockets,
      places: rooms.size,
      queuedBytes: commits.queuedBytes(),
    }),
    reveal: (reading, userId, round) => reveals.reveal(deskId(reading, userId, round)),
    async close() {
      for (const timer of timers) clearInterval(timer);
      reception.stopReading();
      await commits.idle();
      await Promise.all([
        reception.closeAll(CLOSE.restarting, timing.closeGrace),
        compaction.finish(),
      ]);
    },
  };
}
