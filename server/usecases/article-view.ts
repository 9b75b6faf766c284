import type { ArticleView } from '#lib/protocol/http.ts';
import type { ArticleRow } from '../store/tables.ts';

export function articleView(row: ArticleRow): ArticleView {
  return {
    id: row.id,
    title: row.title,
    byline: row.byline,
    source: row.source,
    written: row.written,
    note: row.note,
    words: row.words,
    sha256: row.sha256,
    digest: row.digest === 1,
    teaser: row.teaser,
  };
}
