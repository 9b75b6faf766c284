import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { LoggedRecord } from '#lib/protocol/http.ts';
import { CLOSE } from '#lib/protocol/sync.ts';
import { createCompaction } from './compaction.ts';
import { createDoor, refuseUpgrade } from './door.ts';
import { createGroupCommit } from './group-commit.ts';
import { loadRoom } from './load-room.ts';
import { awarenessFrame } from './outgoing.ts';
import { Reception } from './reception.ts';
import { createReview } from './review.ts';
import { Rooms } from './rooms.ts';
import { parseSyncAddress } from './sync-address.ts';
import { DEFAULT_SYNC_TIMING, type SyncDeps } from './sync-deps.ts';
import { createVisitors } from './visitors.ts';

/** The sync side of the server: sockets on `/sync/<readingId>/<place>`, and what HTTP asks of it. */
export interface SyncServer {
  /** Takes an HTTP upgrade whose path begins with `/sync/`. Never throws. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /**
   * The live records of a place, durable ones only, each with the commit time of the entry that last set
   * it. Asks nobody's leave: the caller has. Rejects when the place cannot be loaded.
   */
  records(reading: string, place: string): Promise<LoggedRecord[]>;
  /** Ids of users with an open socket in a place of the reading. */
  here(reading: string): ReadonlySet<string>;
  /** The user's session, role or membership changed: their open sockets are judged again. */
  reviewUser(userId: string): void;
  /** The reading's phase changed: all its open sockets are judged again. */
  reviewReading(readingId: string): void;
  /** Flushes what is queued, closes sockets with 1012, and ends. The log stays open: its owner closes it. */
  close(): Promise<void>;
}

/** What a client hears when there is nothing to say: a stock one leaves after 30 s of silence. */
const SIGN_OF_LIFE = awarenessFrame([]);

export function createSyncServer(deps: SyncDeps): SyncServer {
  const { access, clock, limits, log, logger } = deps;
  const timing = { ...DEFAULT_SYNC_TIMING, ...deps.timing };
  const door = createDoor(limits.messageBytes);
  const commits = createGroupCommit(log, () => delay(timing.commitWindow));
  const visitors = createVisitors(limits, clock);
  const review = createReview(access, logger);
  const reviewReading = async (reading: string): Promise<void> => {
    await reception.reviewWhere((connection) => connection.reading === reading);
  };
  const compaction = createCompaction(log, logger);
  const loading = { log, logger, commits, compaction, access, limits, clock, reviewReading };
  const rooms = new Rooms({
    load: (id, events) => loadRoom(loading, id, events),
    evictAfter: timing.evictAfter,
    onPutAway: (id) => compaction.putAway(id),
    onBroken: (id, error) =>
      logger.error({ err: error, ...id }, 'place closed, to be loaded again'),
  });
  const reception = new Reception({
    access,
    clock,
    commits,
    limits,
    logger,
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
    reviewReading(reading) {
      void reviewReading(reading);
    },
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
