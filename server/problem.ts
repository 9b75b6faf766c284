import type { Problem } from '#lib/protocol/http.ts';

/** A problem of no further type than its status (RFC 9457). `title` says what the person can do. */
export function problem(status: number, title: string, detail?: string): Problem {
  return { type: 'about:blank', title, status, ...(detail === undefined ? {} : { detail }) };
}

export const NOT_SIGNED_IN = problem(401, 'Sign in first.');
export const NOTHING_HERE = problem(404, 'There is nothing at this address.');
export const TOO_MANY_FAILURES = problem(
  429,
  'Too many failed attempts from your network address. Wait a minute, then try again.',
);
export const UNKNOWN_INVITE = problem(
  404,
  'This invite is unknown, has expired or was revoked. Ask whoever sent it for a new link.',
);

/** For what does not exist, and for what the user may not know of. */
export function notFound(what: 'article' | 'group' | 'member' | 'place' | 'reading'): Problem {
  return problem(404, `There is no such ${what}, or it is not open to you.`);
}
