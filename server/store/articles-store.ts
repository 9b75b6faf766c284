import { newId } from '../new-id.ts';
import type { ArticleRow, Database, RevisionRow } from './tables.ts';

/** Articles and their immutable revisions. */
export interface ArticlesStore {
  article(id: string): Promise<ArticleRow | undefined>;
  /** Of these ids, in no order. */
  articles(ids: string[]): Promise<ArticleRow[]>;
  /** What came with Postil, what the user imported, and what the user's groups read; oldest first. */
  visibleTo(userId: string): Promise<ArticleRow[]>;
  /** What came with Postil or from ARTICLES_DIR, oldest first. */
  ofLibrary(): Promise<ArticleRow[]>;
  ofCatalogue(entry: string): Promise<ArticleRow[]>;
  /** Keeps a revision that is there already as it is. */
  addRevision(revision: RevisionRow): Promise<void>;
  revision(id: string): Promise<RevisionRow | undefined>;
  addArticle(article: Omit<ArticleRow, 'id' | 'created'>): Promise<ArticleRow>;
}

export function createArticlesStore(db: Database): ArticlesStore {
  const all = db.selectFrom('articles').selectAll();
  return {
    article: (id) => all.where('id', '=', id).executeTakeFirst(),
    articles: async (ids) => (ids.length === 0 ? [] : all.where('id', 'in', ids).execute()),
    visibleTo: (userId) =>
      all
        .where((is) =>
          is.or([
            is('imported_by', 'is', null),
            is('imported_by', '=', userId),
            is('id', 'in', readByGroupsOf(db, userId)),
          ]),
        )
        .orderBy('created')
        .execute(),
    ofLibrary: () => all.where('imported_by', 'is', null).orderBy('created').execute(),
    ofCatalogue: (entry) => all.where('catalogue', '=', entry).orderBy('created').execute(),
    async addRevision(revision) {
      await db
        .insertInto('revisions')
        .values(revision)
        .onConflict((row) => row.column('id').doNothing())
        .execute();
    },
    revision: (id) =>
      db.selectFrom('revisions').selectAll().where('id', '=', id).executeTakeFirst(),
    async addArticle(article) {
      const row: ArticleRow = { ...article, id: newId(), created: new Date().toISOString() };
      await db.insertInto('articles').values(row).execute();
      return row;
    },
  };
}

function readByGroupsOf(db: Database, userId: string) {
  return db
    .selectFrom('readings')
    .innerJoin('memberships', 'memberships.group_id', 'readings.group_id')
    .select('readings.article_id')
    .where('memberships.user_id', '=', userId);
}
