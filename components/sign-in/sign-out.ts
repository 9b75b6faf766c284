import { signOut } from 'next-auth/react';
import { goTo } from './go-to.ts';

const UNREACHABLE = 'Postil does not answer. Check your connection and try again.';

/** Ends the session of this browser. Null when it worked, else why not, in words. */
export async function signOutHere(then = '/sign-in'): Promise<string | null> {
  try {
    await signOut({ redirect: false });
  } catch {
    return UNREACHABLE;
  }
  goTo(then);
  return null;
}
