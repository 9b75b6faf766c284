import type { Role } from '#lib/permission/can.ts';
import { newId } from '../new-id.ts';
import type { Database, GroupRow, InviteRow, MembershipRow } from './tables.ts';

/** Groups, who is in them, and the invites that lead there. */
export interface GroupsStore {
  group(id: string): Promise<GroupRow | undefined>;
  addGroup(name: string): Promise<GroupRow>;
  groupsOf(userId: string): Promise<(GroupRow & { role: Role })[]>;
  role(groupId: string, userId: string): Promise<Role | null>;
  /** In the order of joining. */
  members(groupId: string): Promise<Member[]>;
  /** Leaves the role of who is a member already as it is. */
  addMember(groupId: string, userId: string, role: Role): Promise<void>;
  setRole(groupId: string, userId: string, role: Role): Promise<void>;
  removeMember(groupId: string, userId: string): Promise<void>;
  /** Revoked and expired ones, too. */
  invite(code: string): Promise<InviteRow | undefined>;
  /** Those that still work at `now` (ISO 8601), newest first. */
  openInvites(groupId: string, now: string): Promise<InviteRow[]>;
  addInvite(invite: NewInviteRow): Promise<InviteRow>;
  revokeInvite(code: string): Promise<void>;
}

export type Member = Pick<MembershipRow, 'role' | 'joined'> & { id: string; name: string };
type NewInviteRow = Omit<InviteRow, 'created' | 'revoked'>;

export function createGroupsStore(db: Database): GroupsStore {
  return { ...groups(db), ...memberships(db), ...invites(db) };
}

function groups(db: Database) {
  return {
    group: (id: string) =>
      db.selectFrom('groups').selectAll().where('id', '=', id).executeTakeFirst(),
    async addGroup(name: string) {
      const group = { id: newId(), name, created: new Date().toISOString() };
      await db.insertInto('groups').values(group).execute();
      return group;
    },
    groupsOf: (userId: string) =>
      db
        .selectFrom('groups')
        .innerJoin('memberships', 'memberships.group_id', 'groups.id')
        .selectAll('groups')
        .select('memberships.role')
        .where('memberships.user_id', '=', userId)
        .orderBy('memberships.joined')
        .execute(),
  };
}

function memberships(db: Database) {
  return {
    async role(groupId: string, userId: string) {
      const row = await db
        .selectFrom('memberships')
        .select('role')
        .where('group_id', '=', groupId)
        .where('user_id', '=', userId)
        .executeTakeFirst();
      return row?.role ?? null;
    },
    members: (groupId: string) =>
      db
        .selectFrom('memberships')
        .innerJoin('users', 'users.id', 'memberships.user_id')
        .select(['users.id', 'users.name', 'memberships.role', 'memberships.joined'])
        .where('memberships.group_id', '=', groupId)
        .orderBy('memberships.joined')
        .orderBy('users.id')
        .execute(),
    async addMember(groupId: string, userId: string, role: Role) {
      const joined = new Date().toISOString();
      await db
        .insertInto('memberships')
        .values({ group_id: groupId, user_id: userId, role, joined })
        .onConflict((row) => row.columns(['group_id', 'user_id']).doNothing())
        .execute();
    },
    async setRole(groupId: string, userId: string, role: Role) {
      await db
        .updateTable('memberships')
        .set({ role })
        .where('group_id', '=', groupId)
        .where('user_id', '=', userId)
        .execute();
    },
    async removeMember(groupId: string, userId: string) {
      await db
        .deleteFrom('memberships')
        .where('group_id', '=', groupId)
        .where('user_id', '=', userId)
        .execute();
    },
  };
}

function invites(db: Database) {
  return {
    invite: (code: string) =>
      db.selectFrom('invites').selectAll().where('code', '=', code).executeTakeFirst(),
    openInvites: (groupId: string, now: string) =>
      db
        .selectFrom('invites')
        .selectAll()
        .where('group_id', '=', groupId)
        .where('revoked', 'is', null)
        .where((is) => is.or([is('expires', 'is', null), is('expires', '>', now)]))
        .orderBy('created', 'desc')
        .execute(),
    async addInvite(invite: NewInviteRow) {
      const row: InviteRow = { ...invite, created: new Date().toISOString(), revoked: null };
      await db.insertInto('invites').values(row).execute();
      return row;
    },
    async revokeInvite(code: string) {
      const revoked = new Date().toISOString();
      await db.updateTable('invites').set({ revoked }).where('code', '=', code).execute();
    },
  };
}
