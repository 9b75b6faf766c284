import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { SetupForm } from '#components/sign-in/setup-form.tsx';
import { Welcome } from '#components/sign-in/welcome.tsx';
import { addressOf } from '#server/http/request-facts.ts';
import { runtime } from '#server/runtime.ts';
import { one, type Search } from '../search.ts';

export const metadata: Metadata = { title: 'Set up' };

export default async function SetupPage({ searchParams }: { searchParams: Search }) {
  const token = one((await searchParams).token) ?? '';
  if (!(await runtime().signIn.setupOpen(token, addressOf(await headers()))))
    return (
      <Welcome title="This setup link is used up">
        <p>
          It works once, and a newer one ends it. Is this Postil set up already?{' '}
          <Link href="/sign-in">Sign in</Link>. Otherwise <code>npm run link -- setup</code> on the
          machine that runs Postil prints a fresh link.
        </p>
      </Welcome>
    );
  return (
    <Welcome title="Welcome to Postil">
      <p>
        You are the first here. You will own this Postil and be the instructor of its first group.
      </p>
      <SetupForm token={token} />
    </Welcome>
  );
}
