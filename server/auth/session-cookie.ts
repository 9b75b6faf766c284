import { decode } from 'next-auth/jwt';
import { z } from 'zod';

/** What a session says: who, and of which epoch. Everything else is read from the store each time. */
export interface SessionClaims {
  userId: string;
  epoch: number;
}

const claimsSchema = z.object({ sub: z.string().min(1), epoch: z.number().int() });

export function sessionCookieName(secure: boolean): string {
  return `${secure ? '__Secure-' : ''}next-auth.session-token`;
}

/** The claims of next-auth's cookie in a `Cookie` header; null when there is none or it is not ours. */
export async function sessionClaims(
  cookieHeader: string | null,
  { secret, secureCookies }: { secret: string; secureCookies: boolean },
): Promise<SessionClaims | null> {
  const token = cookieValue(cookieHeader, sessionCookieName(secureCookies));
  if (token === null) return null;
  const payload = await decode({ token, secret }).catch(() => null);
  const claims = claimsSchema.safeParse(payload);
  return claims.success ? { userId: claims.data.sub, epoch: claims.data.epoch } : null;
}

function cookieValue(header: string | null, name: string): string | null {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  const pair = pairs.find((candidate) => candidate.startsWith(`${name}=`));
  return pair === undefined ? null : pair.slice(name.length + 1);
}
