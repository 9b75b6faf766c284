import type { RoomPlace } from '#lib/client/undo-history.ts';
import { type Asker, can } from '#lib/permission/can.ts';
import type { ReadingView } from '#lib/protocol/http.ts';

/** Where my work goes says whether it is blind for me: then it goes to my own desk. */
function askerOf({ role, phase, place }: ReadingView): Asker {
  const atDesk = place !== 'shared';
  return { role, phase, blindForThem: atDesk, own: atDesk };
}

export function mayWrite(reading: ReadingView): boolean {
  return can(askerOf(reading), reading.place === 'shared' ? 'shared.write' : 'desk.write');
}

/** My own place takes my notes in every phase and role. */
export function mayWriteIn(reading: ReadingView, place: RoomPlace): boolean {
  return place === 'private' || mayWrite(reading);
}

/** Others' records too. */
export function mayModerate(reading: ReadingView): boolean {
  return can(askerOf(reading), 'shared.moderate');
}

/** Why nothing can be marked here, for who may not; null for who may. */
export function whyNotWrite(reading: ReadingView): string | null {
  if (mayWrite(reading)) return null;
  return can({ role: reading.role, phase: 'open' }, 'shared.write')
    ? 'This reading is closed: its marks can be read, and no more are taken.'
    : 'You read along as an observer; observers do not mark.';
}
