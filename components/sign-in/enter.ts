import { signIn } from 'next-auth/react';
import { fail, ok, type Result } from '#lib/result.ts';

type Door = 'setup' | 'invite' | 'password' | 'return';

const UNREACHABLE =
  'Postil does not answer. Check your connection and try again; what you typed is still here.';
/** next-auth's answer, a success by its status, where the token of the form and that of the cookie differ. */
const NO_COOKIE =
  'Your browser did not keep the cookie that signing in needs. Allow cookies for this address and try again.';
/** next-auth's own names for errors that carry no words of ours. */
const UNNAMED = /^(?:CredentialsSignin|Callback|Default|Configuration|undefined)$/;

/** Signs in through one of the doors. The error is in words, to show as they are. */
export async function enter(door: Door, fields: Record<string, string>): Promise<Result<null>> {
  try {
    const answer = await signIn(door, { ...fields, redirect: false });
    if (answer?.url?.includes('csrf=true')) return fail(NO_COOKIE);
    if (answer?.ok && answer.error === null) return ok(null);
    return fail(inWords(answer?.error ?? undefined));
  } catch {
    return fail(UNREACHABLE);
  }
}

function inWords(error: string | undefined): string {
  return error === undefined || UNNAMED.test(error)
    ? 'That did not work. Check what you typed and try again.'
    : error;
}
