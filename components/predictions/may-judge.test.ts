import { expect, it } from 'vitest';
import type { Role } from '#lib/permission/can.ts';
import type { LedgerReading } from './ledger-view.ts';
import { mayExpect, maySettle } from './may-judge.ts';

const reading = (role: Role, more: Partial<LedgerReading> = {}): LedgerReading => ({
  id: 'one',
  role,
  phase: 'open',
  place: 'shared',
  ...more,
});

it('[PP4] a closed reading takes outcomes and signatures, and no more forecasts; observers say nothing', () => {
  const may = (one: LedgerReading): boolean[] => [mayExpect(one), maySettle(one)];
  expect(may(reading('annotator'))).toEqual([true, true]);
  expect(may(reading('annotator', { phase: 'closed' }))).toEqual([false, true]);
  expect(may(reading('annotator', { phase: 'blind', place: 'desk/ann' }))).toEqual([true, true]);
  expect(may(reading('instructor', { phase: 'blind' }))).toEqual([true, true]);
  expect(may(reading('observer'))).toEqual([false, false]);
});
