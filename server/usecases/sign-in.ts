import { fail } from '#lib/result.ts';
import { createOneByOne } from '../auth/one-by-one.ts';
import { passwordMatches } from '../auth/password-hash.ts';
import { failed } from '../auth/failure-limit.ts';
import { hashOfToken } from '../auth/secret-token.ts';
import { problem, TOO_MANY_FAILURES, UNKNOWN_INVITE } from '../problem.ts';
import type { Deps } from './deps.ts';
import { findInvite } from './invites.ts';
import { createSetup } from './setup.ts';
import { firstMessage, personNameSchema, signedIn } from './signed-in.ts';
import type { UseCases } from './use-cases.ts';

const WRONG_PASSWORD = problem(401, 'Mail address or password is wrong. Check both and try again.');
const UNKNOWN_RETURN_LINK = problem(
  401,
  'This return link was replaced or revoked. Ask an instructor of your group for a new one.',
);

export function createSignIn(deps: Deps): UseCases['signIn'] {
  const { store } = deps;
  const { setup, setupOpen } = createSetup(deps);
  return {
    setup,
    setupOpen,
    isSetUp: () => store.people.ownerExists(),
    invite: inviteSignIn(deps),
    password: passwordSignIn(deps),
    returnLink: returnSignIn(deps),
    oauth: oauthSignIn(deps),
    inviteOffer: inviteOffer(deps),
    async returnOffer(token) {
      const user = await store.people.userOfReturnLink(hashOfToken(token));
      if (user === undefined) return null;
      return { name: user.name, everRead: await store.readings.everRead(user.id) };
    },
  };
}

function inviteSignIn({ store, failures, clock }: Deps): UseCases['signIn']['invite'] {
  return async ({ code, name }, address) => {
    const invite = await findInvite(store, code, clock());
    if (invite === null) return failed(failures, address, UNKNOWN_INVITE);
    const given = personNameSchema.safeParse(name);
    if (!given.success) return fail(problem(422, firstMessage(given.error)));
    return store.transaction(async (inside) => {
      const user = await inside.people.addUser({ name: given.data, email: null });
      await inside.groups.addMember(invite.group_id, user.id, invite.role);
      return signedIn(user);
    });
  };
}

function passwordSignIn({ store, failures }: Deps): UseCases['signIn']['password'] {
  const oneByOne = createOneByOne();
  return (input, address) =>
    oneByOne(async () => {
      if (failures.reached(address)) return fail(TOO_MANY_FAILURES);
      const user = await store.people.userByEmail(input.email.trim());
      const hash = user === undefined ? null : await store.people.passwordHash(user.id);
      const matches = await passwordMatches(input.password, hash);
      if (user !== undefined && matches) return signedIn(user);
      failures.count(address);
      return fail(WRONG_PASSWORD);
    });
}

function returnSignIn({ store, failures }: Deps): UseCases['signIn']['returnLink'] {
  return async ({ token }, address) => {
    const user = await store.people.userOfReturnLink(hashOfToken(token));
    return user === undefined ? failed(failures, address, UNKNOWN_RETURN_LINK) : signedIn(user);
  };
}

/** A mail address proves nothing here (not every provider checks it), so no account is joined to another by it. */
function oauthSignIn({ store }: Deps): UseCases['signIn']['oauth'] {
  return ({ provider, account, name, email }) =>
    store.transaction(async (inside) => {
      const known = await inside.people.userOfAccount(provider, account);
      if (known !== undefined) return signedIn(known);
      const taken = email !== null && (await inside.people.userByEmail(email)) !== undefined;
      const user = await inside.people.addUser({
        name: name.trim().slice(0, 80) || 'Somebody',
        email: taken ? null : email,
      });
      await inside.people.addAccount(provider, account, user.id);
      return signedIn(user);
    });
}

function inviteOffer({ store, failures, clock }: Deps): UseCases['signIn']['inviteOffer'] {
  return async (code, address) => {
    const invite = await findInvite(store, code, clock());
    const group = invite === null ? undefined : await store.groups.group(invite.group_id);
    if (invite === null || group === undefined) {
      failures.count(address);
      return null;
    }
    const reading =
      invite.reading_id === null ? undefined : await store.readings.reading(invite.reading_id);
    const article =
      reading === undefined ? undefined : await store.articles.article(reading.article_id);
    return {
      group: group.name,
      groupId: group.id,
      role: invite.role,
      reading: reading?.id ?? null,
      readingTitle: article?.title ?? null,
    };
  };
}
