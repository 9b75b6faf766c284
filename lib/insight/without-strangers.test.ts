import { expect, test } from 'vitest';
import { EVERYTHING, type Filter } from './filter.ts';
import { withoutStrangers } from './without-strangers.ts';

const known = new Set(['anna', 'ben']);
const knownOnly = (filter: Filter): Filter =>
  withoutStrangers(filter, 'ben', (user) => known.has(user));

test('[F7] whoever is not here is no filter', () => {
  const asked: Filter = { ...EVERYTHING, show: { user: 'zoe' }, by: ['anna', 'zoe'], words: 'ice' };
  expect(knownOnly(asked)).toEqual({ ...EVERYTHING, by: ['anna'], words: 'ice' });
});

test('[F7] who is here stays, and my own name is mine', () => {
  for (const asked of [EVERYTHING, { ...EVERYTHING, show: { user: 'anna' }, by: ['ben'] }])
    expect(knownOnly(asked)).toBe(asked);
  expect(knownOnly({ ...EVERYTHING, show: { user: 'ben' } }).show).toBe('mine');
});
