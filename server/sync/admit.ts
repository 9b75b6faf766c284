import { CLOSE, type Refusal } from '#lib/protocol/sync.ts';
import { can } from '#lib/permission/can.ts';
import { ENTRY_REFUSALS } from './refusals.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import type { Credentials, Standing, SyncAccess, SyncUser } from './sync-deps.ts';

export type Admission =
  | { kind: 'admitted'; user: SyncUser; standing: Standing; room: Room }
  | { kind: 'turnedAway'; code: number; refusal: Refusal };

export interface AdmitDeps {
  access: SyncAccess;
  rooms: Rooms;
  /** Goes up whenever somebody's session, role, membership or a phase changed. */
  reviews: () => number;
}

/** The only place so far; every other address is one that is not there. */
const PLACES: ReadonlySet<string> = new Set(['shared']);

/**
 * Who it is, whether they may come in, and the room. Join the room in the turn in which this is fulfilled.
 * Rejects when access or log are broken.
 */
export async function admit(deps: AdmitDeps, credentials: Credentials): Promise<Admission> {
  const reviews = deps.reviews();
  const admission = await admitNow(deps, credentials);
  // Nobody reviews a socket that is not in yet: what changed meanwhile is asked for again.
  return reviews === deps.reviews() ? admission : admit(deps, credentials);
}

async function admitNow(
  { access, rooms }: AdmitDeps,
  credentials: Credentials,
): Promise<Admission> {
  const { place, reading } = credentials;
  const user = await access.user(credentials);
  if (user === null) return turnedAway(CLOSE.noSession, ENTRY_REFUSALS.noSession);
  const standing = PLACES.has(place) ? await access.standing(user.id, reading) : null;
  if (standing === null) return turnedAway(CLOSE.notFound, ENTRY_REFUSALS.notFound);
  const barred = barredFromShared(standing);
  if (barred !== null) return barred;
  const room = await rooms.get({ reading, place });
  if (room === null) return turnedAway(CLOSE.notFound, ENTRY_REFUSALS.notFound);
  return { kind: 'admitted', user, standing, room };
}

/** Null when a member of this standing may read `shared`. */
export function barredFromShared(standing: Standing): TurnedAwayAtDoor | null {
  if (can(standing, 'shared.read')) return null;
  return standing.blindForThem
    ? turnedAway(CLOSE.moved, ENTRY_REFUSALS.moved)
    : turnedAway(CLOSE.refused, ENTRY_REFUSALS.mayNotRead);
}

export type TurnedAwayAtDoor = Extract<Admission, { kind: 'turnedAway' }>;

export function turnedAway(code: number, refusal: Refusal): TurnedAwayAtDoor {
  return { kind: 'turnedAway', code, refusal };
}
