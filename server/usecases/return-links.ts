import { fail, ok } from '#lib/result.ts';
import { hashOfToken, newToken } from '../auth/secret-token.ts';
import { notFound, problem } from '../problem.ts';
import type { Parts } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { inGroup } from './permitted.ts';
import type { UseCases } from './use-cases.ts';

type ReturnLinkCases = Pick<
  UseCases['people'],
  'newReturnLink' | 'revokeReturnLink' | 'newReturnLinkFor'
>;

const NEEDS_NONE = problem(
  409,
  'This member signs in with a password or another account, and so needs no return link.',
);
const INSTRUCTS_ELSEWHERE = problem(
  403,
  'This member is an instructor of another group. Only they can make a return link for themselves.',
);

/** Random, revocable links by which members without password come back. The store keeps their hashes alone. */
export function createReturnLinks({ store }: Deps): ReturnLinkCases {
  return {
    newReturnLink: async (user, origin) => ok({ url: await newLink(store, user.id, origin) }),
    async revokeReturnLink(user) {
      await store.people.revokeReturnLink(user.id);
      return ok(null);
    },
    async newReturnLinkFor(user, groupId, member, origin) {
      const found = await inGroup(store, user, groupId, 'group.manage');
      if (!found.ok) return found;
      if ((await store.groups.role(groupId, member)) === null) return fail(notFound('member'));
      if ((await store.people.canSignIn([member])).has(member)) return fail(NEEDS_NONE);
      if (await instructsElsewhere(store, member, user.id)) return fail(INSTRUCTS_ELSEWHERE);
      return ok({ url: await newLink(store, member, origin) });
    },
  };
}

/** A return link for the user; the one before no longer works. */
export async function newLink(store: Parts, userId: string, origin: string): Promise<string> {
  const token = newToken();
  await store.people.setReturnLink(userId, hashOfToken(token));
  return `${origin}/return/${token}`;
}

/** Whoever holds a return link is that person, so making one must not give rights that the maker lacks. */
async function instructsElsewhere(store: Parts, member: string, maker: string): Promise<boolean> {
  const groups = await store.groups.groupsOf(member);
  const instructed = groups.filter(({ role }) => role === 'instructor');
  const makers = await Promise.all(instructed.map(({ id }) => store.groups.role(id, maker)));
  return makers.some((role) => role !== 'instructor');
}
