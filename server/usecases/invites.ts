import { fail, ok } from '#lib/result.ts';
import type { InviteView } from '#lib/protocol/http.ts';
import { newInviteCode } from '../auth/secret-token.ts';
import { failed } from '../auth/failure-limit.ts';
import { notFound, problem, UNKNOWN_INVITE } from '../problem.ts';
import type { Parts } from '../store/store.ts';
import type { InviteRow } from '../store/tables.ts';
import type { Deps } from './deps.ts';
import { inGroup } from './permitted.ts';
import type { UseCases } from './use-cases.ts';

type InviteCases = Pick<
  UseCases['people'],
  'invites' | 'newInvite' | 'revokeInvite' | 'joinByInvite'
>;

/** The invite if it works at `now` (milliseconds); people may type its code in capitals. */
export async function findInvite(
  store: Parts,
  code: string,
  now: number,
): Promise<InviteRow | null> {
  const typed = code.trim();
  const invite =
    (await store.groups.invite(typed)) ?? (await store.groups.invite(typed.toLowerCase()));
  if (invite === undefined || invite.revoked !== null) return null;
  return invite.expires === null || Date.parse(invite.expires) > now ? invite : null;
}

export function createInvites({ store, failures, clock }: Deps): InviteCases {
  return {
    async invites(user, groupId, origin) {
      const found = await inGroup(store, user, groupId, 'group.manage');
      if (!found.ok) return found;
      const open = await store.groups.openInvites(groupId, new Date(clock()).toISOString());
      return ok(open.map((invite) => viewOf(invite, origin)));
    },
    async newInvite(user, groupId, { role, reading, expires }, origin) {
      const found = await inGroup(store, user, groupId, 'group.manage');
      if (!found.ok) return found;
      if (expires !== undefined && Date.parse(expires) <= clock()) return fail(EXPIRED);
      if (reading !== undefined && (await groupOfReading(store, reading)) !== groupId)
        return fail(notFound('reading'));
      const invite = await store.groups.addInvite({
        code: newInviteCode(),
        group_id: groupId,
        role,
        reading_id: reading ?? null,
        expires: expires ?? null,
      });
      return ok(viewOf(invite, origin));
    },
    async revokeInvite(user, groupId, code) {
      const found = await inGroup(store, user, groupId, 'group.manage');
      if (!found.ok) return found;
      const invite = await store.groups.invite(code);
      if (invite?.group_id !== groupId) return fail(UNKNOWN_INVITE);
      await store.groups.revokeInvite(code);
      return ok(null);
    },
    async joinByInvite(user, code, address) {
      const invite = await findInvite(store, code, clock());
      if (invite === null) return failed(failures, address, UNKNOWN_INVITE);
      await store.groups.addMember(invite.group_id, user.id, invite.role);
      return ok({ group: invite.group_id, reading: invite.reading_id });
    },
  };
}

const EXPIRED = problem(422, 'The invite would have expired already. Choose a later time.');

async function groupOfReading(store: Parts, readingId: string): Promise<string | null> {
  return (await store.readings.reading(readingId))?.group_id ?? null;
}

function viewOf(invite: InviteRow, origin: string): InviteView {
  const { code, role, expires } = invite;
  return { code, url: `${origin}/join/${code}`, role, reading: invite.reading_id, expires };
}
