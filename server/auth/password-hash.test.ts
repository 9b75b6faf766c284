import { expect, test } from 'vitest';
import { hashPassword, passwordMatches } from './password-hash.ts';

test('a password matches its hash alone, and the same password hashes differently each time', async () => {
  const [hash, again] = await Promise.all([
    hashPassword('correct horse'),
    hashPassword('correct horse'),
  ]);
  expect(hash).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  expect(again).not.toBe(hash);
  expect(await passwordMatches('correct horse', hash)).toBe(true);
  expect(await passwordMatches('wrong horse', hash)).toBe(false);
});

test('nobody’s password never matches', async () => {
  expect(await passwordMatches('', null)).toBe(false);
});

test('the cost is that of the hash, so that it can be raised later', async () => {
  const cheap =
    'scrypt$1024$8$1$c2FsdHNhbHQ$' +
    (await import('node:crypto'))
      .scryptSync('pass', Buffer.from('saltsalt'), 32, { N: 1024 })
      .toString('base64url');
  expect(await passwordMatches('pass', cheap)).toBe(true);
});

test('composed and decomposed letters are one password', async () => {
  expect(await passwordMatches('cafe\u0301', await hashPassword('caf\u00e9'))).toBe(true);
});
