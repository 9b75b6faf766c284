import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CatalogueEntry } from '#lib/article/catalogue-entry.ts';
import { readCatalogue } from '../articles/catalogue.ts';
import type { FullText } from '../articles/full-texts.ts';
import { openSqlite } from '../store/sqlite/open-sqlite.ts';
import { openStore, type Store } from '../store/store.ts';
import type { Settings } from '../settings.ts';
import { prepareStore } from './first-start.ts';

const projectDir = dirname(dirname(import.meta.dirname));
const entries = await readCatalogue(join(projectDir, 'public', 'articles'));
const random: Pick<Settings, 'setupToken' | 'inviteCode'> = { setupToken: null, inviteCode: null };
const ORIGIN = 'http://localhost:3000';

let store: Store;

beforeEach(async () => {
  store = await openStore(openSqlite(':memory:'));
});

afterEach(() => store.close());

const start = (found: FullText[], settings = random) =>
  prepareStore(store, settings, { entries, texts: found }, ORIGIN);

/** As many blocks as the article has, in words of ours: the publisher's are not in this repository. */
function standInFor(entry: CatalogueEntry): FullText {
  const blocks = entry.kinds.map((_, at) => `This stands in for block ${at + 1} of the article.`);
  return { entry, text: blocks.join('\n\n'), path: `${entry.id}.txt` };
}

async function readingsOfFirstGroup(): Promise<{ title: string; digest: number }[]> {
  const readings = await store.readings.ofGroup((await store.installation.firstGroup()) ?? '');
  const articles = await store.articles.articles(readings.map((row) => row.article_id));
  return readings.map(({ article_id: id }) => {
    const { title = '', digest = -1 } = articles.find((article) => article.id === id) ?? {};
    return { title, digest };
  });
}

test('the first start gives both links, later ones the setup link until there is an owner', async () => {
  const first = await start([]);
  expect(first.setup).toMatch(/\/setup\?token=[\w-]{32}$/);
  expect(first.invite).toMatch(/\/join\/[\w-]{14}$/);
  const second = await start([]);
  expect(second.setup).not.toBeNull();
  expect(second.invite).toBeNull();
  const { id } = await store.people.addUser({ name: 'Olga', email: null });
  await store.people.makeOwner(id);
  expect(await start([])).toEqual({ setup: null, invite: null });
});

test('fixed codes are honoured, and a revoked one stays revoked', async () => {
  const fixed = { setupToken: 'setup-me', inviteCode: 'seminar' };
  expect(await start([], fixed)).toEqual({
    setup: `${ORIGIN}/setup?token=setup-me`,
    invite: `${ORIGIN}/join/seminar`,
  });
  await store.groups.revokeInvite('seminar');
  await start([], fixed);
  expect(await store.groups.invite('seminar')).toMatchObject({ revoked: expect.any(String) });
});

test('without full texts the digests are read; starting again adds nothing', async () => {
  await start([]);
  await start([]);
  const readings = await readingsOfFirstGroup();
  expect(readings.map(({ digest }) => digest)).toEqual([1, 1]);
});

test('full texts are read from the start; one that arrives later stands beside its digest', async () => {
  const texts = entries.map(standInFor);
  await start(texts.slice(0, 1));
  const before = await readingsOfFirstGroup();
  expect(before.map(({ digest }) => digest)).toEqual(expect.arrayContaining([0, 1]));
  await start(texts);
  await start(texts);
  const after = await readingsOfFirstGroup();
  expect(after).toHaveLength(3);
  expect(after.filter(({ digest }) => digest === 0)).toHaveLength(2);
});
