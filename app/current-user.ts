import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { runtime } from '#server/runtime.ts';
import type { User } from '#server/usecases/use-cases.ts';

/** Who is asking, or null without a valid session. */
export async function currentUser(): Promise<User | null> {
  return runtime().session.user((await headers()).get('cookie'));
}

/** Who is asking; a page that needs somebody sends others to sign in and back to `path`. */
export async function requireUser(path: string): Promise<User> {
  const user = await currentUser();
  if (user === null) redirect(`/sign-in?to=${encodeURIComponent(path)}`);
  return user;
}
