import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqlite } from './sqlite/open-sqlite.ts';
import { openStore, type Store } from './store.ts';

let store: Store;

beforeEach(async () => {
  store = await openStore(openSqlite(':memory:'));
});

afterEach(() => store.close());

test('mail addresses are found whatever their case, and belong to one user', async () => {
  const anna = await store.people.addUser({ name: 'Anna', email: 'Anna@Example.org' });
  expect(await store.people.userByEmail('anna@example.ORG')).toMatchObject({ id: anna.id });
  await expect(store.people.addUser({ name: 'B', email: 'anna@example.org' })).rejects.toThrow();
});

test('a return link replaces the one before', async () => {
  const { id } = await store.people.addUser({ name: 'Anna', email: null });
  await store.people.setReturnLink(id, 'one');
  await store.people.setReturnLink(id, 'two');
  expect(await store.people.userOfReturnLink('one')).toBeUndefined();
  expect(await store.people.userOfReturnLink('two')).toMatchObject({ id });
});

test('joining again leaves the role as it is', async () => {
  const { id } = await store.people.addUser({ name: 'Anna', email: null });
  const group = await store.groups.addGroup('G');
  await store.groups.addMember(group.id, id, 'instructor');
  await store.groups.addMember(group.id, id, 'observer');
  expect(await store.groups.role(group.id, id)).toBe('instructor');
});

test('invites that were revoked or have expired are not open', async () => {
  const group = await store.groups.addGroup('G');
  const add = (code: string, expires: string | null): Promise<unknown> =>
    store.groups.addInvite({
      code,
      group_id: group.id,
      role: 'annotator',
      reading_id: null,
      expires,
    });
  await add('open', null);
  await add('later', '2030-01-01T00:00:00.000Z');
  await add('over', '2020-01-01T00:00:00.000Z');
  await add('revoked', null);
  await store.groups.revokeInvite('revoked');
  const open = await store.groups.openInvites(group.id, '2025-01-01T00:00:00.000Z');
  expect(open.map(({ code }) => code).toSorted()).toEqual(['later', 'open']);
});

test('my place in a reading keeps what a change leaves out', async () => {
  const { id } = await store.people.addUser({ name: 'Anna', email: null });
  const group = await store.groups.addGroup('G');
  const reading = await addReading(group.id);
  const me = () => store.readings.me(reading, id);
  expect(await me()).toEqual({ position: 0, seen: null, read: [] });
  await store.readings.setMe(reading, id, { position: 7 });
  await store.readings.setMe(reading, id, { seen: '2025-01-01T00:00:00.000Z', read: ['b/1'] });
  expect(await me()).toEqual({ position: 7, seen: '2025-01-01T00:00:00.000Z', read: ['b/1'] });
});

test('[T5] what I have seen only grows, and of what I read the newest two thousand are kept', async () => {
  const { id } = await store.people.addUser({ name: 'Anna', email: null });
  const group = await store.groups.addGroup('G');
  const reading = await addReading(group.id);
  const keys = Array.from({ length: 2100 }, (_, at) => `ben/record-${at}`);
  await store.readings.setMe(reading, id, { seen: '2025-02-01T00:00:00.000Z' });
  await Promise.all(
    [keys.slice(0, 1100), keys.slice(1000)].map((read) =>
      store.readings.setMe(reading, id, { seen: '2025-01-01T00:00:00.000Z', read }),
    ),
  );
  const { seen, read } = await store.readings.me(reading, id);
  expect(seen).toBe('2025-02-01T00:00:00.000Z');
  expect(read).toHaveLength(2000);
  expect(new Set(read).size).toBe(2000);
});

test('articles that others imported are visible to whose group reads them', async () => {
  const [anna, ben] = await Promise.all(
    ['Anna', 'Ben'].map((name) => store.people.addUser({ name, email: null })),
  );
  const group = await store.groups.addGroup('G');
  await addReading(group.id, anna?.id ?? null);
  expect(await store.articles.visibleTo(ben?.id ?? '')).toEqual([]);
  await store.groups.addMember(group.id, ben?.id ?? '', 'observer');
  expect(await store.articles.visibleTo(ben?.id ?? '')).toHaveLength(1);
});

test('a transaction that fails leaves nothing behind', async () => {
  const failing = store.transaction(async (inside) => {
    await inside.groups.addGroup('G');
    await inside.people.addUser({ name: 'Anna', email: 'a@example.org' });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await store.people.userByEmail('a@example.org')).toBeUndefined();
});

async function addReading(group: string, importedBy: string | null = null): Promise<string> {
  await store.articles.addRevision({ id: 'rev', document: '{}', canonical: 'x', blocks: '[]' });
  const article = await store.articles.addArticle({
    title: 'T',
    byline: null,
    source: null,
    written: null,
    note: null,
    teaser: null,
    words: 1,
    sha256: null,
    digest: 0,
    catalogue: null,
    revision_id: 'rev',
    imported_by: importedBy,
  });
  const reading = await store.readings.addReading({
    group_id: group,
    article_id: article.id,
    revision_id: 'rev',
    phase: 'open',
    due: null,
  });
  return reading.id;
}
