import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { localPath } from '#components/sign-in/local-path.ts';
import { PasswordForm } from '#components/sign-in/password-form.tsx';
import { ProviderButtons } from '#components/sign-in/provider-buttons.tsx';
import { Welcome } from '#components/sign-in/welcome.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { runtime } from '#server/runtime.ts';
import { currentUser } from '../current-user.ts';
import { one, type Search } from '../search.ts';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const search = await searchParams;
  const to = localPath(one(search.to));
  if ((await currentUser()) !== null) redirect(to);
  if (!(await runtime().signIn.isSetUp())) return <NotSetUp />;
  const reading = /^\/readings\/([\w-]+)/.exec(to)?.[1];
  const isRemoved =
    reading !== undefined &&
    (await runtime().session.removedFrom((await headers()).get('cookie'), reading));
  return (
    <Welcome title="Sign in">
      {isRemoved && (
        <Notice>
          You are no longer a member of the group that reads this. To sign in again does not bring
          you back: ask an instructor for an invite. It does lead to your other groups.
        </Notice>
      )}
      {search.error !== undefined && (
        <Notice kind="error">
          Signing in with that account did not work. Try again, or use another way.
        </Notice>
      )}
      <div>
        <PasswordForm to={to} />
        <ProviderButtons providers={runtime().providers()} to={to} />
      </div>
      <p>
        Joined with a name only? Open your return link. If you have none, ask the instructor of your
        group for a new one. New here? Open the invite that you were sent.
      </p>
    </Welcome>
  );
}

/** Before there is an owner nobody has a password: the way in is a link. */
function NotSetUp() {
  return (
    <Welcome title="Postil is not set up yet">
      <p>
        Did you start it? Then open the <strong>setup</strong> link: it is in the terminal where
        Postil was started. There, <code>npm run link -- setup</code> prints a fresh one.
      </p>
      <p>Somebody else did? Open the invite that you were sent, or your return link.</p>
    </Welcome>
  );
}
