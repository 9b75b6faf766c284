import type { CatalogueEntry } from '#lib/article/catalogue-entry.ts';
import { digestDocument } from '../articles/digest.ts';
import type { FullText } from '../articles/full-texts.ts';
import { prepareArticle } from '../articles/prepared-article.ts';
import { recognisedDocument } from '../articles/recognised.ts';
import type { Parts } from '../store/store.ts';
import type { ArticleRow } from '../store/tables.ts';
import { addArticle } from './new-article.ts';

/**
 * Brings the articles of the catalogue into the library, each once: its full text where there is one,
 * else its digest. A full text that arrives after its digest stands beside it, so that no mark loses its ground.
 */
export async function addCatalogueArticles(
  store: Parts,
  entries: readonly CatalogueEntry[],
  texts: readonly FullText[],
): Promise<void> {
  for (const entry of entries) {
    const found = texts.find((text) => text.entry.id === entry.id);
    // oxlint-disable-next-line no-await-in-loop -- in the order of the catalogue
    await addCatalogueArticle(store, entry, found);
  }
}

async function addCatalogueArticle(
  store: Parts,
  entry: CatalogueEntry,
  found: FullText | undefined,
): Promise<void> {
  const copies = await store.articles.ofCatalogue(entry.id);
  const own = copies.filter((copy) => copy.imported_by === null);
  if (found === undefined) {
    if (own.length === 0) await addDigest(store, entry);
    return;
  }
  if (own.some(isFullText)) return;
  const article = await addFullText(store, entry, found);
  await addReadingsBesideDigest(store, article, copies);
}

/** A reading of the article in each of these groups that reads the digest, but no full text of it yet. */
export async function addReadingsBesideDigest(
  store: Parts,
  article: ArticleRow,
  copies: readonly ArticleRow[],
  mayAdd: (groupId: string) => Promise<boolean> = async () => true,
): Promise<void> {
  const groupsReading = async (some: readonly ArticleRow[]): Promise<Set<string>> => {
    const readings = await Promise.all(some.map(({ id }) => store.readings.ofArticle(id)));
    return new Set(readings.flat().map((reading) => reading.group_id));
  };
  const served = await groupsReading(copies.filter(isFullText));
  const waiting = await groupsReading(copies.filter((copy) => !isFullText(copy)));
  for (const group of waiting)
    // oxlint-disable-next-line no-await-in-loop -- few, and one transaction
    if (!served.has(group) && (await mayAdd(group))) await addOpenReading(store, group, article);
}

export async function addOpenReading(
  store: Parts,
  groupId: string,
  article: ArticleRow,
): Promise<void> {
  await store.readings.addReading({
    group_id: groupId,
    article_id: article.id,
    revision_id: article.revision_id,
    phase: 'open',
    due: null,
  });
}

/** In a reading more can be said (`digest-note.ts`). */
const DIGEST_NOTE = 'A digest stands in for the article; its wording belongs to its publisher.';

const isFullText = (article: ArticleRow): boolean => article.digest === 0;

function addDigest(store: Parts, entry: CatalogueEntry): Promise<ArticleRow> {
  return addArticle(store, prepareArticle(digestDocument(entry)), {
    ...aboutEntry(entry),
    title: entry.digest.title,
    note: DIGEST_NOTE,
    sha256: null,
    digest: 1,
  });
}

function addFullText(store: Parts, entry: CatalogueEntry, { text }: FullText): Promise<ArticleRow> {
  return addArticle(store, prepareArticle(recognisedDocument(entry, text)), {
    ...aboutEntry(entry),
    words: entry.words,
    sha256: entry.sha256,
    digest: 0,
  });
}

function aboutEntry(entry: CatalogueEntry) {
  const { title, byline, source, note, teaser } = entry;
  const written = `${entry.written}, ${entry.writtenEvidence}`;
  return { title, byline, source, written, note, teaser, catalogue: entry.id, imported_by: null };
}
