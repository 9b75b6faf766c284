import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** For setup and return links: 192 random bits. Only `hashOfToken` of it is ever stored. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** A token is random enough that a plain hash of it cannot be turned back. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Whether two secrets are equal, in a time that tells nothing about where they differ. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(
    createHash('sha256').update(a).digest(),
    createHash('sha256').update(b).digest(),
  );
}

/** No vowels, so that it spells nothing, and nothing that is mistaken for something else. */
const CODE_ALPHABET = '23456789bcdfghjkmnpqrstvwxz';

/** An invite code such as `h7kd-2m4q-xwpc`: 57 random bits, easy to read out. */
export function newInviteCode(): string {
  const letters = (): string =>
    Array.from({ length: 4 }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
  return `${letters()}-${letters()}-${letters()}`;
}
