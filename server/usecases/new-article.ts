import type { PreparedArticle } from '../articles/prepared-article.ts';
import type { Parts } from '../store/store.ts';
import type { ArticleRow } from '../store/tables.ts';

/** Everything about a new article that does not follow from its document. */
export type AboutRow = Omit<ArticleRow, 'id' | 'created' | 'revision_id' | 'words'> & {
  /** Of the whole file, where known; otherwise the document's own words are counted. */
  words?: number;
};

/** Stores an article with its first revision. */
export async function addArticle(
  store: Parts,
  { revision, words }: PreparedArticle,
  about: AboutRow,
): Promise<ArticleRow> {
  await store.articles.addRevision(revision);
  return store.articles.addArticle({ words, ...about, revision_id: revision.id });
}
