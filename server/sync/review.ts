import type { Logger } from 'pino';
import { CLOSE } from '#lib/protocol/sync.ts';
import type { Connection } from './connection.ts';
import {
  MOVED,
  NO_SUCH_PLACE,
  type TurnedAwayAtDoor,
  barredFrom,
  turnedAway,
} from './may-enter.ts';
import { ENTRY_REFUSALS } from './refusals.ts';
import type { Standing, SyncAccess } from './sync-deps.ts';

/** Reads an open connection's session and standing again; closes it when they are not what they were. */
export type Review = (connection: Connection) => Promise<void>;

export function createReview(access: SyncAccess, logger: Logger): Review {
  const last = new WeakMap<Connection, Promise<void>>();

  const reviewNow = async (connection: Connection): Promise<void> => {
    if (!connection.open) return;
    const { reading, standing: before, user } = connection;
    try {
      const valid = await access.sessionValid(user.id, user.sessionEpoch);
      const standing = await access.standing(user.id, reading);
      connection.standing = valid ? standing : null;
      const end = valid ? endFor(connection, before, standing) : endOfSession(standing);
      if (end !== null) connection.close(end.code, end.refusal);
      else if (standing !== null) connection.name = standing.name;
    } catch (error) {
      logger.error({ err: error, reading, user: user.id }, 'standing could not be read');
      connection.close(CLOSE.tryLater, ENTRY_REFUSALS.cannotLoad);
    }
  };

  // One after the other: of two answers, the one asked for later is the one to keep.
  return (connection) => {
    const review = (last.get(connection) ?? Promise.resolve()).then(() => reviewNow(connection));
    last.set(connection, review);
    return review;
  };
}

/** To remove a member ends their sessions as well; they are told the reason, not its consequence. */
function endOfSession(standing: Standing | null): TurnedAwayAtDoor {
  const { noSession, removed } = ENTRY_REFUSALS;
  return turnedAway(CLOSE.noSession, standing === null ? removed : noSession);
}

function endFor(
  { place, user }: Connection,
  before: Standing | null,
  now: Standing | null,
): TurnedAwayAtDoor | null {
  if (now === null) return NO_SUCH_PLACE;
  const barred = barredFrom(place, user.id, now);
  if (barred !== null) return barred;
  const same =
    now.role === before?.role && now.phase === before.phase && now.round === before.round;
  return same ? null : MOVED;
}
