import { canonical } from '#lib/article/canonical.ts';
import type { CatalogueEntry } from '#lib/article/catalogue-entry.ts';
import type { ArticleDocument } from '#lib/article/document.ts';
import { sentenceRanges } from '#lib/article/sentences.ts';
import { wordCount } from '#lib/article/word-count.ts';
import { findLike } from './catalogue.ts';
import { sha256 } from './sha256.ts';

/** What follows from an article's document alone, ready to be stored: computed once, at the import. */
export interface PreparedArticle {
  /** `document` and `blocks` are JSON. */
  revision: { id: string; document: string; canonical: string; blocks: string };
  words: number;
}

/** An article that somebody brought, and the id of the catalogue entry that it looks like. */
export interface BroughtArticle extends PreparedArticle {
  like: string | null;
}

export function prepareArticle(document: ArticleDocument): PreparedArticle {
  const { text, blocks } = canonical(document, sentenceRanges);
  const json = JSON.stringify(document);
  return {
    revision: {
      id: sha256(json).slice(0, 24),
      document: json,
      canonical: text,
      blocks: JSON.stringify(blocks),
    },
    words: wordCount(text),
  };
}

export function prepareBrought(
  document: ArticleDocument,
  entries: readonly CatalogueEntry[],
): BroughtArticle {
  const text = wordsOf(document);
  const like = findLike(entries, { text, words: wordCount(text) });
  return { ...prepareArticle(document), like: like?.entry.id ?? null };
}

/** All words, those of page furniture too: an entry's sketch is of the whole file. */
function wordsOf(document: ArticleDocument): string {
  const inline = document.content.flatMap((node) =>
    node.type === 'blockquote' ? [node.content[0].content] : [node.content],
  );
  return inline.map((texts) => texts.map(({ text }) => text).join('')).join('\n');
}
