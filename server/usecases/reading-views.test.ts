import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareArticle } from '../articles/prepared-article.ts';
import type { PlaceLog } from '../store/log.ts';
import { createMemoryPlaceLog } from '../store/memory/place-log.ts';
import { openSqlite } from '../store/sqlite/open-sqlite.ts';
import { openStore, type Store } from '../store/store.ts';
import type { ReadingRow } from '../store/tables.ts';
import { addArticle } from './new-article.ts';
import { readingView } from './reading-views.ts';

let store: Store;
let parts: { store: Store; log: PlaceLog };

beforeEach(async () => {
  store = await openStore(openSqlite(':memory:'));
  parts = { store, log: createMemoryPlaceLog() };
});

afterEach(() => store.close());

/** A reading of a copy of the catalogue's article “bridges”. */
async function addReading(group: string, digest: 0 | 1, words: string): Promise<ReadingRow> {
  const paragraph = {
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text: words }],
  };
  const article = await addArticle(store, prepareArticle({ type: 'doc', content: [paragraph] }), {
    title: 'Bridges',
    byline: null,
    source: null,
    written: null,
    note: 'as it was noted at the start',
    teaser: null,
    sha256: null,
    digest,
    catalogue: 'bridges',
    imported_by: null,
  });
  return store.readings.addReading({
    group_id: group,
    article_id: article.id,
    revision_id: article.revision_id,
    phase: 'open',
    due: null,
  });
}

test('a digest says that the wording is missing only while the group has no reading of it', async () => {
  const [mine, others] = [
    await store.groups.addGroup('Mine'),
    await store.groups.addGroup('Other'),
  ];
  const digest = { ...(await addReading(mine.id, 1, 'A digest.')), role: 'instructor' as const };
  await addReading(others.id, 0, 'The text itself.');
  const before = await readingView(parts, digest, 'ann');
  expect(before).toMatchObject({ fullText: null, article: { digest: true } });
  expect(before.article.note).toContain('Give its text');

  const text = await addReading(mine.id, 0, 'The text itself.');
  const after = await readingView(parts, digest, 'ann');
  expect(after.fullText).toBe(text.id);
  expect(after.article.note).not.toMatch(/not here|Give its text/);
  const full = await readingView(parts, { ...text, role: 'annotator' }, 'ann');
  expect(full).toMatchObject({ fullText: null, article: { note: 'as it was noted at the start' } });
});

test('who cannot give the text is not asked for it', async () => {
  const group = await store.groups.addGroup('Mine');
  const digest = await addReading(group.id, 1, 'A digest.');
  for (const role of ['annotator', 'observer'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- each is its own question
    const { article } = await readingView(parts, { ...digest, role }, 'ann');
    expect(article.note).toContain('An instructor');
    expect(article.note).not.toContain('Give');
  }
});
