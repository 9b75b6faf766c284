import { can, type Role } from '#lib/permission/can.ts';
import type { Problem } from '#lib/protocol/http.ts';
import { type Result, fail, ok } from '#lib/result.ts';
import { notFound, problem } from '../problem.ts';
import type { Parts } from '../store/store.ts';
import type { GroupRow, ReadingRow } from '../store/tables.ts';
import type { User } from './use-cases.ts';

type OverAll =
  | 'group.read'
  | 'group.manage'
  | 'reading.read'
  | 'reading.manage'
  | 'reading.history';

/**
 * The two doors to everything that belongs to a group: role and phase are read anew, `can()` decides. Who is no
 * member learns nothing, not even that it exists.
 */
export async function inGroup(
  store: Parts,
  user: User,
  groupId: string,
  action: OverAll,
): Promise<Result<{ group: GroupRow; role: Role }, Problem>> {
  const [group, role] = await Promise.all([
    store.groups.group(groupId),
    store.groups.role(groupId, user.id),
  ]);
  if (group === undefined || role === null) return fail(notFound('group'));
  return can({ role }, action) ? ok({ group, role }) : fail(REFUSALS[action]);
}

/** For actions on the reading itself; what is blind for whom is asked place by place (`readable-places.ts`). */
export async function inReading(
  store: Parts,
  user: User,
  readingId: string,
  action: OverAll & `reading.${string}`,
): Promise<Result<{ reading: ReadingRow; role: Role }, Problem>> {
  const reading = await store.readings.reading(readingId);
  const role = reading === undefined ? null : await store.groups.role(reading.group_id, user.id);
  if (reading === undefined || role === null) return fail(notFound('reading'));
  return can({ role, phase: reading.phase }, action)
    ? ok({ reading, role })
    : fail(REFUSALS[action]);
}

const INSTRUCTORS_ONLY = problem(
  403,
  'Only an instructor of the group can do this. Ask one of them.',
);
const NOT_YOURS = problem(403, 'This is not open to you.');
const REFUSALS: Record<OverAll, Problem> = {
  'group.read': NOT_YOURS,
  'group.manage': INSTRUCTORS_ONLY,
  'reading.read': NOT_YOURS,
  'reading.manage': INSTRUCTORS_ONLY,
  'reading.history': INSTRUCTORS_ONLY,
};
