import { expect, test } from 'vitest';
import { readSyncToken, signSyncToken } from './sync-token.ts';

const claims = { userId: 'u', reading: 'r', place: 'shared', epoch: 1, expires: 1000 };
const token = signSyncToken(claims, 'secret');

test('says what was signed, until its time is over', () => {
  expect(readSyncToken(token, 'secret', 999)).toEqual(claims);
  expect(readSyncToken(token, 'secret', 1000)).toBeNull();
});

test('is worth nothing changed, signed by another, or made up', () => {
  const [, mark] = token.split('.');
  const forged = Buffer.from(JSON.stringify({ ...claims, userId: 'v' })).toString('base64url');
  expect(readSyncToken(`${forged}.${mark}`, 'secret', 0)).toBeNull();
  expect(readSyncToken(token, 'other', 0)).toBeNull();
  expect(readSyncToken('', 'secret', 0)).toBeNull();
});
