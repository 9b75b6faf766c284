import { type Place, nameOfPlace } from '#lib/permission/place.ts';
import type { PlaceId } from '../store/log.ts';

/**
 * What the log calls a place. A new blind phase starts new desks, so a desk carries its round there
 * (`desk/<userId>#2`), while on the wire and to people it stays `desk/<userId>`.
 */
export function placeId(reading: string, place: Place, round: number): PlaceId {
  const name = nameOfPlace(place);
  return { reading, place: place.kind === 'desk' ? `${name}#${round}` : name };
}

export function deskId(reading: string, userId: string, round: number): PlaceId {
  return placeId(reading, { kind: 'desk', owner: userId }, round);
}

/** Whose desk the log's place is, and of which round; null for every other place. */
export function deskOf(logPlace: string): { user: string; round: number } | null {
  const [, user, round] = /^desk\/([\w-]+)#(\d+)$/.exec(logPlace) ?? [];
  return user === undefined ? null : { user, round: Number(round) };
}

/** How people and the wire name the log's place. */
export function wireName(logPlace: string): string {
  return logPlace.replace(/#\d+$/, '');
}
