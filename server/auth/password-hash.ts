import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/**
 * Password hashes by scrypt (RFC 7914), which is memory-hard. The cost is one that OWASP's Password Storage
 * Cheat Sheet names (32 MiB, three passes) and is kept with the hash, so that it can be raised later.
 * Form: `scrypt$<N>$<r>$<p>$<salt>$<key>`, salt and key in base64url.
 */
interface Cost {
  N: number;
  r: number;
  p: number;
}

const COST: Cost = { N: 2 ** 15, r: 8, p: 3 };
const KEY_BYTES = 32;

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, COST, KEY_BYTES);
  return [
    'scrypt',
    COST.N,
    COST.r,
    COST.p,
    salt.toString('base64url'),
    key.toString('base64url'),
  ].join('$');
}

/** `hash` null (no such person) takes as long as a wrong password and gives false. */
export async function passwordMatches(password: string, hash: string | null): Promise<boolean> {
  const { cost, salt, key } = hash === null ? NOBODY : parseHash(hash);
  const derived = await derive(password, salt, cost, key.length);
  return timingSafeEqual(derived, key) && hash !== null;
}

const NOBODY = { cost: COST, salt: Buffer.alloc(16), key: Buffer.alloc(KEY_BYTES) };

function parseHash(hash: string): typeof NOBODY {
  const [scheme, N, r, p, salt, key] = hash.split('$');
  if (scheme !== 'scrypt' || salt === undefined || key === undefined)
    throw new Error('A stored password hash has an unknown form.');
  return {
    cost: { N: Number(N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  };
}

/** NFC, so that one password typed on two systems is one password. */
function derive(password: string, salt: Buffer, cost: Cost, bytes: number): Promise<Buffer> {
  const options = { ...cost, maxmem: 256 * cost.N * cost.r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, bytes, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
