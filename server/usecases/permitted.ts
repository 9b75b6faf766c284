import { type Action, type Asker, can, type Role } from '#lib/permission/can.ts';
import type { Problem } from '#lib/protocol/http.ts';
import { type Result, fail, ok } from '#lib/result.ts';
import { notFound, problem } from '../problem.ts';
import type { Parts } from '../store/store.ts';
import type { GroupRow, ReadingRow } from '../store/tables.ts';
import type { User } from './use-cases.ts';

/**
 * The two doors to everything that belongs to a group: role and phase are read anew, `can()` decides. Who is no
 * member learns nothing, not even that it exists.
 */
export async function inGroup(
  store: Parts,
  user: User,
  groupId: string,
  action: Action,
): Promise<Result<{ group: GroupRow; role: Role }, Problem>> {
  const [group, role] = await Promise.all([
    store.groups.group(groupId),
    store.groups.role(groupId, user.id),
  ]);
  if (group === undefined || role === null) return fail(notFound('group'));
  return can({ role }, action) ? ok({ group, role }) : fail(REFUSALS[action]);
}

export async function inReading(
  store: Parts,
  user: User,
  readingId: string,
  action: Action,
): Promise<Result<{ reading: ReadingRow; role: Role }, Problem>> {
  const reading = await store.readings.reading(readingId);
  const role = reading === undefined ? null : await store.groups.role(reading.group_id, user.id);
  if (reading === undefined || role === null) return fail(notFound('reading'));
  return can(askerOf(reading, role), action) ? ok({ reading, role }) : fail(REFUSALS[action]);
}

/** How `can()` sees a member of a reading. */
function askerOf(reading: ReadingRow, role: Role): Asker {
  return { role, phase: reading.phase, blindForThem: reading.phase === 'blind' };
}

const INSTRUCTORS_ONLY = problem(
  403,
  'Only an instructor of the group can do this. Ask one of them.',
);
const NOT_MARKING = problem(403, 'You can read here, but not mark or write now.');
const NOT_YOURS = problem(403, 'This is not open to you.');
const REFUSALS: Record<Action, Problem> = {
  'group.read': NOT_YOURS,
  'group.manage': INSTRUCTORS_ONLY,
  'reading.read': NOT_YOURS,
  'reading.manage': INSTRUCTORS_ONLY,
  'reading.history': INSTRUCTORS_ONLY,
  'shared.read': problem(403, 'You see what the others marked after the reveal.'),
  'shared.write': NOT_MARKING,
  'shared.assess': NOT_MARKING,
  'shared.moderate': INSTRUCTORS_ONLY,
};
