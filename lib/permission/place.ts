import { type Action, type Asker, can } from './can.ts';

/** A place of a reading: where a thing is stored decides who can see it (contract, "Sync"). */
export type Place =
  | { kind: 'shared' | 'notes' }
  | { kind: 'desk' | 'private' | 'feedback'; owner: string };

const OWNED = /^(desk|private|feedback)\/([\w-]{1,40})$/;

/** The place of that name, e.g. `desk/<userId>`; null when there is none such. */
export function parsePlace(name: string): Place | null {
  if (name === 'shared' || name === 'notes') return { kind: name };
  const [, kind, owner] = OWNED.exec(name) ?? [];
  return owner === undefined ? null : { kind: kind as 'desk' | 'private' | 'feedback', owner };
}

export function nameOfPlace(place: Place): string {
  return 'owner' in place ? `${place.kind}/${place.owner}` : place.kind;
}

/** Whose place it is; null for one that the members share. */
export function ownerOfPlace(place: Place): string | null {
  return 'owner' in place ? place.owner : null;
}

/** What reading the place is called in the table of `can()`. */
export function readingOf({ kind }: Place): Action {
  return `${kind}.read`;
}

/** Where a member's work goes now: `shared`, or their desk while the reading is blind for them. */
export function workPlace(asker: Asker, userId: string): string {
  return can(asker, 'shared.read') ? 'shared' : `desk/${userId}`;
}
