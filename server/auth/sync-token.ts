import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { sameSecret } from './secret-token.ts';

/** What a sync token lets in: one user into one place, as long as the session epoch stands. */
export interface SyncClaims {
  userId: string;
  reading: string;
  place: string;
  epoch: number;
  /** Milliseconds since the epoch. */
  expires: number;
}

const claimsSchema = z.strictObject({
  userId: z.string(),
  reading: z.string(),
  place: z.string(),
  epoch: z.number(),
  expires: z.number(),
});

/** `<claims>.<HMAC-SHA256>`, both base64url. */
export function signSyncToken(claims: SyncClaims, secret: string): string {
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${body}.${signature(body, secret)}`;
}

/** Null when it was not signed with `secret` or its time is over. `now`: milliseconds. */
export function readSyncToken(token: string, secret: string, now: number): SyncClaims | null {
  const [body = '', mark = ''] = token.split('.');
  if (!sameSecret(mark, signature(body, secret))) return null;
  const claims = claimsSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
  return claims.expires > now ? claims : null;
}

/** The purpose is part of what is signed: the same secret signs sessions. */
function signature(body: string, secret: string): string {
  return createHmac('sha256', secret).update(`postil sync token\n${body}`).digest('base64url');
}
