import { z } from 'zod';
import { fail } from '#lib/result.ts';
import { hashPassword } from '../auth/password-hash.ts';
import { failed } from '../auth/failure-limit.ts';
import { hashOfToken, sameSecret } from '../auth/secret-token.ts';
import { problem } from '../problem.ts';
import type { Parts } from '../store/store.ts';
import type { UserRow } from '../store/tables.ts';
import type { Deps } from './deps.ts';
import { firstMessage, personNameSchema, signedIn } from './signed-in.ts';
import type { UseCases } from './use-cases.ts';

const USED = problem(
  401,
  'This setup link was used or replaced. Run “npm run link -- setup” on the server for a new one.',
);

const ownerSchema = z.object({
  name: personNameSchema,
  email: z.email('Give a mail address, such as name@example.org.').max(200),
  password: z
    .string()
    .min(8, 'Choose a password of at least 8 characters.')
    .max(1000, 'Choose a password of at most 1000 characters.'),
});

/**
 * A setup link makes the owner, who is an instructor of the first group. With a link made later
 * (`npm run link -- setup`) an owner who lost the password sets a new one, or a second owner is made.
 */
export function createSetup({
  store,
  sync,
  settings,
  failures,
}: Deps): Pick<UseCases['signIn'], 'setup' | 'setupOpen'> {
  const open = async (parts: Parts, token: string): Promise<boolean> =>
    (await parts.installation.hasSetupToken(hashOfToken(token))) ||
    (settings.setupToken !== null &&
      sameSecret(settings.setupToken, token) &&
      !(await parts.people.ownerExists()));
  return {
    async setupOpen(token, address) {
      const works = await open(store, token);
      if (!works) failures.count(address);
      return works;
    },
    async setup({ token, ...about }, address) {
      if (!(await open(store, token))) return failed(failures, address, USED);
      const owner = ownerSchema.safeParse(about);
      if (!owner.success) return fail(problem(422, firstMessage(owner.error)));
      const hash = await hashPassword(owner.data.password);
      const made = await store.transaction(async (inside) => {
        if (!(await open(inside, token))) return fail(USED);
        await inside.installation.voidSetupTokens();
        return signedIn(await makeOwner(inside, owner.data, hash));
      });
      if (made.ok) sync.reviewUser(made.value.id);
      return made;
    },
  };
}

async function makeOwner(
  store: Parts,
  { name, email }: { name: string; email: string },
  hash: string,
): Promise<UserRow> {
  const user =
    (await store.people.userByEmail(email)) ?? (await store.people.addUser({ name, email }));
  await store.people.setPassword(user.id, hash);
  await store.people.raiseEpoch(user.id);
  await store.people.makeOwner(user.id);
  const group = await store.installation.firstGroup();
  if (group !== null) {
    await store.groups.addMember(group, user.id, 'instructor');
    await store.groups.setRole(group, user.id, 'instructor');
  }
  return { ...user, session_epoch: user.session_epoch + 1 };
}
