import { expect, test } from 'vitest';
import { createMemoryPlaceLog } from './store/memory/place-log.ts';
import { openSqlite } from './store/sqlite/open-sqlite.ts';
import { openStore } from './store/store.ts';
import { type HealthDeps, createHealth } from './health.ts';

const store = await openStore(openSqlite(':memory:'));
const never = new Promise<never>(() => {});

function health(change: Partial<HealthDeps> = {}) {
  let now = 0;
  const deps: HealthDeps = {
    phase: () => 'ok',
    version: '1.2.3',
    store,
    log: createMemoryPlaceLog(() => 0),
    clock: () => (now += 5000),
    ...change,
  };
  return createHealth(deps, 20)();
}

test('[O1] well: everything answers', async () => {
  expect(await health()).toEqual({ status: 'ok', version: '1.2.3', store: 'sqlite', uptime: 5 });
});

test.each([
  ['rejects', () => Promise.reject(new Error('The log is closed.'))],
  ['does not answer', () => never],
])('[O1] a log that %s is named', async (_what, read) => {
  expect(await health({ log: { read } })).toMatchObject({ status: 'failing', failing: ['log'] });
});

test('[O1] a store that does not answer is named', async () => {
  const broken = { people: { ...store.people, ownerExists: () => never } };
  expect(await health({ store: broken })).toMatchObject({ status: 'failing', failing: ['store'] });
});

test('[O1] draining is said as such', async () => {
  expect(await health({ phase: () => 'draining' })).toMatchObject({ status: 'draining' });
});
