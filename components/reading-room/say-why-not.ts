import { whyNotWrite } from './permissions.ts';
import type { Room } from './room.ts';

/** Why nothing can be marked for the group, and what can be done all the same. Nothing for who may. */
export function sayWhyNot({ page, state }: Pick<Room, 'page' | 'state'>): void {
  const why = whyNotWrite(page.reading);
  if (why !== null) state.notice.set(`${why} You can still mark for yourself alone.`);
}
