import { goTo } from './go-to.ts';

const UNREACHABLE = 'Postil does not answer. Check your connection and try again.';

/**
 * Ends the session of this browser. Null when it worked, else why not, in words. next-auth's code is loaded only
 * now: every page can sign out, and hardly any does.
 */
export async function signOutHere(then = '/sign-in'): Promise<string | null> {
  try {
    const { signOut } = await import('next-auth/react');
    await signOut({ redirect: false });
  } catch {
    return UNREACHABLE;
  }
  goTo(then);
  return null;
}
