import { type Asker, can } from '#lib/permission/can.ts';
import type { LedgerReading } from './ledger-view.ts';

function askerOf({ role, phase, place }: LedgerReading): Asker {
  const atDesk = place !== 'shared';
  return { role, phase, blindForThem: atDesk, own: atDesk };
}

/** How sure it sounds, and forecasts. */
export function mayExpect(reading: LedgerReading): boolean {
  return can(askerOf(reading), reading.place === 'shared' ? 'shared.write' : 'desk.write');
}

/** Outcomes and sign-offs: also while the reading is closed. */
export function maySettle(reading: LedgerReading): boolean {
  return can(askerOf(reading), reading.place === 'shared' ? 'shared.assess' : 'desk.assess');
}
