import { canonical } from '#lib/article/canonical.ts';
import type { ArticleDocument } from '#lib/article/document.ts';
import { sentenceRanges } from '#lib/article/sentences.ts';
import { wordCount } from '#lib/article/word-count.ts';
import { sha256 } from '../articles/sha256.ts';
import type { Parts } from '../store/store.ts';
import type { ArticleRow } from '../store/tables.ts';

/** Everything about a new article that does not follow from its document. */
export type AboutRow = Omit<ArticleRow, 'id' | 'created' | 'revision_id' | 'words'> & {
  /** Of the whole file, where known; otherwise the document's own words are counted. */
  words?: number;
};

/** Stores an article with its first revision: canonical text, blocks and sentences, computed here once. */
export async function addArticle(
  store: Parts,
  document: ArticleDocument,
  { words, ...about }: AboutRow,
): Promise<ArticleRow> {
  const { text, blocks } = canonical(document, sentenceRanges);
  const json = JSON.stringify(document);
  const revision = {
    id: sha256(json).slice(0, 24),
    document: json,
    canonical: text,
    blocks: JSON.stringify(blocks),
  };
  await store.articles.addRevision(revision);
  return store.articles.addArticle({
    ...about,
    words: words ?? wordCount(text),
    revision_id: revision.id,
  });
}
