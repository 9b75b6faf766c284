import { signOut } from 'next-auth/react';
import { goTo } from './go-to.ts';

/** Ends the session of this browser. */
export async function signOutHere(then = '/sign-in'): Promise<void> {
  await signOut({ redirect: false });
  goTo(then);
}
