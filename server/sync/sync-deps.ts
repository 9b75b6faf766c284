import type { Logger } from 'pino';
import type { Phase, Role } from '#lib/permission/can.ts';
import { RECORD_BYTES } from '#lib/protocol/limits.ts';
import type { PlaceLog } from '../store/log.ts';
import type { SyncMetrics } from './sync-metrics.ts';

/** What opens a socket: the request's cookie header or `?token=`, and where it wants to go. */
export interface Credentials {
  cookie: string | null;
  token: string | null;
  reading: string;
  place: string;
}

export interface SyncUser {
  id: string;
  /** The epoch that the session or token was signed with. */
  sessionEpoch: number;
}

/** What a member may do in a reading now, and the name that the group knows them by. */
export interface Standing {
  role: Role;
  phase: Phase;
  /** A blind round is under way, and not revealed to this member. */
  blindForThem: boolean;
  /** The blind phases that the reading has had: which desks are meant. 0: none. */
  round: number;
  name: string;
}

/** What the sync server asks of the rest of Postil. All of them may reject when the store is broken. */
export interface SyncAccess {
  /** Null: no valid session, or a token for another place. */
  user(credentials: Credentials): Promise<SyncUser | null>;
  /** Whose session it was, where it has ended; null where there is nothing to tell by. */
  former(credentials: Credentials): Promise<SyncUser | null>;
  sessionValid(userId: string, sessionEpoch: number): Promise<boolean>;
  /** Null: no such reading, or not a member of its group. */
  standing(userId: string, readingId: string): Promise<Standing | null>;
  /** The revision that anchors of this reading refer to, with its canonical text. */
  revision(readingId: string): Promise<{ id: string; text: string } | null>;
  /** Tags of the reading's codebook. */
  tags(readingId: string): Promise<ReadonlySet<string>>;
  originAllowed(origin: string | undefined, host: string | undefined): boolean;
}

/** The contract's limits that concern sockets and places, each a setting. */
export interface SyncLimits {
  /** LIMIT_MESSAGE_BYTES */
  messageBytes: number;
  /** LIMIT_RECORD_BYTES */
  recordBytes: number;
  /** LIMIT_RECORDS_PER_MEMBER, in one place. */
  recordsPerMember: number;
  /** LIMIT_PLACE_BYTES */
  placeBytes: number;
  /** LIMIT_MESSAGES_PER_SECOND, a connection, averaged over 10 s. */
  messagesPerSecond: number;
  /** LIMIT_BYTES_PER_SECOND, a user, averaged over 10 s. */
  bytesPerSecond: number;
  /** LIMIT_CONNECTIONS_PER_USER */
  connectionsPerUser: number;
  /** LIMIT_CLIENT_IDS_PER_MEMBER, in one reading. */
  clientIdsPerMember: number;
}

export const DEFAULT_SYNC_LIMITS: SyncLimits = {
  messageBytes: 1_048_576,
  recordBytes: RECORD_BYTES,
  recordsPerMember: 5000,
  placeBytes: 67_108_864,
  messagesPerSecond: 100,
  bytesPerSecond: 1_048_576,
  connectionsPerUser: 50,
  clientIdsPerMember: 10_000,
};

/** Intervals in milliseconds, set apart so that tests can shorten them. */
export interface SyncTiming {
  /** The shortest time from one commit's beginning to the next: what comes meanwhile shares it. */
  commitWindow: number;
  /** How long a room without sockets stays loaded. */
  evictAfter: number;
  /** Whoever was sent nothing for this long is sent a sign of life: within twice that, everyone hears something. */
  renew: number;
  /** A socket that has not answered the last ping by the next one is dead. */
  ping: number;
  /** Every open socket's standing is read again. */
  review: number;
  /** A place nobody wrote into for so long is compacted, when its tail is long. */
  rest: number;
  /** How long a client that was told to go may take to answer before it is cut. */
  goodbye: number;
  /** How long `close` waits for sockets to end before it cuts them. */
  closeGrace: number;
}

export const DEFAULT_SYNC_TIMING: SyncTiming = {
  commitWindow: 10,
  evictAfter: 60_000,
  renew: 9000,
  ping: 30_000,
  review: 5 * 60_000,
  rest: 5000,
  goodbye: 10_000,
  closeGrace: 1000,
};

export interface SyncDeps {
  log: PlaceLog;
  access: SyncAccess;
  limits: SyncLimits;
  /** Milliseconds since the epoch. */
  clock: () => number;
  logger: Logger;
  /** Absent: nobody counts. */
  metrics?: SyncMetrics;
  timing?: Partial<SyncTiming>;
}
