import { type Place, ownerOfPlace, parsePlace } from '#lib/permission/place.ts';
import { CLOSE } from '#lib/protocol/sync.ts';
import {
  MOVED,
  NO_SUCH_PLACE,
  type TurnedAwayAtDoor,
  barredFrom,
  turnedAway,
} from './may-enter.ts';
import { placeId } from './place-id.ts';
import { ENTRY_REFUSALS } from './refusals.ts';
import type { Reveals } from './reveals.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import type { Credentials, Standing, SyncAccess, SyncUser } from './sync-deps.ts';

export interface Admitted {
  kind: 'admitted';
  user: SyncUser;
  standing: Standing;
  place: Place;
  room: Room;
}

export type Admission = Admitted | TurnedAwayAtDoor;

export interface AdmitDeps {
  access: SyncAccess;
  rooms: Rooms;
  reveals: Reveals;
  /** Goes up whenever somebody's session, role, membership or a phase changed. */
  reviews: () => number;
}

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

async function admitNow(deps: AdmitDeps, credentials: Credentials): Promise<Admission> {
  const { access } = deps;
  const { reading } = credentials;
  const user = await access.user(credentials);
  if (user === null) return withoutSession(access, credentials);
  const place = parsePlace(credentials.place);
  const standing = place === null ? null : await access.standing(user.id, reading);
  if (place === null || standing === null) return NO_SUCH_PLACE;
  const barred = barredFrom(place, user.id, standing);
  if (barred !== null) return barred;
  const room = await openRoom(deps, { reading, place, user, standing });
  return 'kind' in room ? room : { kind: 'admitted', user, standing, place, room };
}

/** Who was removed meanwhile is told that, not what follows from it. */
async function withoutSession(
  access: SyncAccess,
  credentials: Credentials,
): Promise<TurnedAwayAtDoor> {
  const former = await access.former(credentials);
  const isRemoved =
    former !== null && (await access.standing(former.id, credentials.reading)) === null;
  const { removed, noSession } = ENTRY_REFUSALS;
  return turnedAway(CLOSE.noSession, isRemoved ? removed : noSession);
}

interface Visit {
  reading: string;
  place: Place;
  user: SyncUser;
  standing: Standing;
}

async function openRoom(
  { access, rooms, reveals }: AdmitDeps,
  { reading, place, user, standing }: Visit,
): Promise<Room | TurnedAwayAtDoor> {
  const owner = ownerOfPlace(place) ?? user.id;
  const isPlace = owner === user.id || (await access.standing(owner, reading)) !== null;
  if (!isPlace || (place.kind === 'desk' && standing.round === 0)) return NO_SUCH_PLACE;
  const id = placeId(reading, place, standing.round);
  // A process that died between sealing and merging left the desk so: its owner would come back to it for ever.
  if (place.kind === 'desk' && (await reveals.finish(id)) && owner === user.id) return MOVED;
  return (await rooms.get(id)) ?? NO_SUCH_PLACE;
}
