import type { Asker, Role } from '#lib/permission/can.ts';
import { deskId, deskOf } from '../sync/place-id.ts';
import type { PlaceLog } from '../store/log.ts';
import type { ReadingRow } from '../store/tables.ts';

type Reveals = Pick<PlaceLog, 'sealState' | 'places'>;

/** Whether a blind round is under way and not revealed to this person. */
export async function isBlindFor(
  log: Reveals,
  { id, blind, round }: ReadingRow,
  userId: string,
): Promise<boolean> {
  if (blind === 0) return false;
  const { revealed } = await log.sealState(deskId(id, userId, round));
  return !revealed;
}

/** How `can()` sees a member of a reading. */
export async function askerIn(
  log: Reveals,
  reading: ReadingRow,
  role: Role,
  userId: string,
): Promise<Asker> {
  const blindForThem = role !== 'instructor' && (await isBlindFor(log, reading, userId));
  return { role, phase: reading.phase, blindForThem };
}

/** Owners of the present round's desks whose work is not in `shared`. */
export async function unrevealedDesks(log: Reveals, { id, round }: ReadingRow): Promise<string[]> {
  return [...(await log.places(id))].flatMap(([place, { revealed }]) => {
    const desk = deskOf(place);
    return desk?.round === round && !revealed ? [desk.user] : [];
  });
}
