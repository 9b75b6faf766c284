import { can } from '#lib/permission/can.ts';
import type { ReadingView } from '#lib/protocol/http.ts';

export function mayWrite({ role, phase }: ReadingView): boolean {
  return can({ role, phase }, 'shared.write');
}

/** Others' records too. */
export function mayModerate({ role, phase }: ReadingView): boolean {
  return can({ role, phase }, 'shared.moderate');
}

/** Why nothing can be marked here, for who may not; null for who may. */
export function whyNotWrite(reading: ReadingView): string | null {
  if (mayWrite(reading)) return null;
  return can({ role: reading.role, phase: 'open' }, 'shared.write')
    ? 'This reading is closed: its marks can be read, and no more are taken.'
    : 'You read along as an observer; observers do not mark.';
}
