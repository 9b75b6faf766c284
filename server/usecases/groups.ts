import { distinctNames } from '#lib/permission/distinct-names.ts';
import type { GroupView, MemberView, Problem } from '#lib/protocol/http.ts';
import type { Role } from '#lib/permission/can.ts';
import { type Result, fail, ok } from '#lib/result.ts';
import { notFound, problem } from '../problem.ts';
import type { Member } from '../store/groups-store.ts';
import type { Parts } from '../store/store.ts';
import type { GroupRow } from '../store/tables.ts';
import type { Deps } from './deps.ts';
import { inGroup } from './permitted.ts';
import type { User, UseCases } from './use-cases.ts';

type GroupCases = Pick<
  UseCases['people'],
  'me' | 'groups' | 'newGroup' | 'members' | 'changeRole' | 'removeMember'
>;

const LAST_INSTRUCTOR = problem(
  409,
  'A group needs an instructor. Make somebody else an instructor first.',
);

export function createGroups(deps: Deps): GroupCases {
  const { store } = deps;
  return {
    async me(user) {
      const groups = await store.groups.groupsOf(user.id);
      return ok({ ...user, groups: groups.map(({ id, name, role }) => ({ id, name, role })) });
    },
    async groups(user) {
      const groups = await store.groups.groupsOf(user.id);
      return ok(await Promise.all(groups.map((group) => viewOf(store, group, group.role))));
    },
    newGroup: (user, { name }) =>
      store.transaction(async (inside) => {
        const group = await inside.groups.addGroup(name);
        await inside.groups.addMember(group.id, user.id, 'instructor');
        return ok(await viewOf(inside, group, 'instructor'));
      }),
    async members(user, groupId) {
      const found = await inGroup(store, user, groupId, 'group.read');
      return found.ok ? ok(await memberViews(store, groupId)) : found;
    },
    ...memberChanges(deps),
  };
}

function memberChanges(deps: Deps): Pick<GroupCases, 'changeRole' | 'removeMember'> {
  const { store } = deps;
  return {
    async changeRole(user, groupId, member, role) {
      const changed = await store.transaction(async (inside) => {
        const found = await managed(inside, user, groupId, member, role);
        if (found.ok) await inside.groups.setRole(groupId, member, role);
        return found;
      });
      if (!changed.ok) return changed;
      await standingChanged(deps, groupId, member);
      const view = (await memberViews(store, groupId)).find(({ id }) => id === member);
      return view === undefined ? fail(notFound('member')) : ok(view);
    },
    /**
     * Ends the member's sessions, too: an open page must not go on as if nothing had happened. Who leaves by themselves stays
     * signed in: they have other groups, and perhaps no other way back in.
     */
    async removeMember(user, groupId, member) {
      const removed = await store.transaction(async (inside) => {
        const found = await managed(inside, user, groupId, member, null);
        if (!found.ok) return found;
        await inside.groups.removeMember(groupId, member);
        if (member !== user.id) await inside.people.raiseEpoch(member);
        return ok(null);
      });
      if (removed.ok) await standingChanged(deps, groupId, member);
      return removed;
    },
  };
}

/** Nothing that they wrote as what they were before can still be on its way. */
async function standingChanged(
  { store, sync }: Deps,
  groupId: string,
  member: string,
): Promise<void> {
  sync.reviewUser(member);
  const readings = await store.readings.ofGroup(groupId);
  await Promise.all(readings.map(({ id }) => sync.reviewReading(id)));
}

/** Whether the user may give the member this role (null: none) and the group keeps an instructor. */
async function managed(
  store: Parts,
  user: User,
  groupId: string,
  member: string,
  role: Role | null,
): Promise<Result<null, Problem>> {
  const found = await inGroup(store, user, groupId, 'group.manage');
  if (!found.ok) return found;
  const members = await store.groups.members(groupId);
  if (!members.some(({ id }) => id === member)) return fail(notFound('member'));
  const remains = members.some((other) => other.id !== member && other.role === 'instructor');
  return role === 'instructor' || remains ? ok(null) : fail(LAST_INSTRUCTOR);
}

async function memberViews(store: Parts, groupId: string): Promise<MemberView[]> {
  const members = await store.groups.members(groupId);
  const names = distinctNames(members);
  const canSignIn = await store.people.canSignIn(members.map(({ id }) => id));
  return members.map(({ id, name, role, joined }) => ({
    id,
    name: names.get(id) ?? name,
    role,
    joined,
    canSignIn: canSignIn.has(id),
  }));
}

async function viewOf(store: Parts, group: GroupRow, role: Role): Promise<GroupView> {
  const [members, readings] = await Promise.all([
    store.groups.members(group.id),
    store.readings.ofGroup(group.id),
  ]);
  return {
    id: group.id,
    name: group.name,
    role,
    members: members.length,
    readings: readings.length,
    instructors: instructorNames(members),
  };
}

function instructorNames(members: readonly Member[]): string[] {
  const names = distinctNames(members);
  return members
    .filter(({ role }) => role === 'instructor')
    .map(({ id, name }) => names.get(id) ?? name);
}
