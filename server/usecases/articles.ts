import type { CatalogueEntry } from '#lib/article/catalogue-entry.ts';
import { can } from '#lib/permission/can.ts';
import type { Problem } from '#lib/protocol/http.ts';
import { type Result, ok } from '#lib/result.ts';
import { findExact } from '../articles/catalogue.ts';
import type { ReadImport } from '../articles/reading-work.ts';
import type { Parts } from '../store/store.ts';
import type { ArticleRow } from '../store/tables.ts';
import { articleView } from './article-view.ts';
import { addOpenReading, addReadingsBesideDigest } from './catalogue-articles.ts';
import type { Deps } from './deps.ts';
import { addArticle } from './new-article.ts';
import { inGroup } from './permitted.ts';
import { readingViewsOfArticle } from './readings.ts';
import type { User, UseCases } from './use-cases.ts';

export function createArticles(
  { store, log, imports }: Deps,
  entries: readonly CatalogueEntry[],
): UseCases['articles'] {
  return {
    propose: (user, sent) => imports.read(user.id, 'propose', sent),
    async list(user) {
      return ok((await store.articles.visibleTo(user.id)).map(articleView));
    },
    async import(user, sent) {
      const read = await imports.read(user.id, 'accept', sent);
      if (!read.ok) return read;
      const added = await store.transaction((inside) =>
        addImport(inside, user, read.value, entries),
      );
      return ok(articleView(added));
    },
    async confirm(user, json) {
      const read = await imports.read(user.id, 'confirm', json);
      if (!read.ok) return read;
      const { groups } = read.value.about;
      return store.transaction(async (inside) => {
        const allowed = await mayAddReadings(inside, user, groups ?? []);
        if (!allowed.ok) return allowed;
        const article = await addImport(inside, user, read.value, entries);
        await addReadings(inside, user, article, groups);
        const readings = await readingViewsOfArticle({ store: inside, log }, user, article);
        return ok({ article: articleView(article), readings });
      });
    },
  };
}

async function mayAddReadings(
  store: Parts,
  user: User,
  groups: readonly string[],
): Promise<Result<null, Problem>> {
  const found = await Promise.all(
    groups.map((group) => inGroup(store, user, group, 'reading.manage')),
  );
  return found.find((one) => !one.ok) ?? ok(null);
}

/** An exact copy and one that looks like an article of the catalogue become copies of it. */
async function addImport(
  store: Parts,
  user: User,
  { about, article }: ReadImport,
  entries: readonly CatalogueEntry[],
): Promise<ArticleRow> {
  const like = entries.find(({ id }) => id === article.like);
  const exact = like !== undefined && findExact(entries, about.sha256 ?? '') === like;
  return addArticle(store, article, {
    title: about.title,
    byline: about.byline ?? null,
    source: about.source ?? null,
    written: about.written ?? null,
    note: about.note ?? null,
    teaser: exact ? like.teaser : null,
    ...(exact ? { words: like.words } : {}),
    sha256: about.sha256 ?? null,
    digest: 0,
    catalogue: like?.id ?? null,
    imported_by: user.id,
  });
}

/** In the groups that were named; else, for a copy of a catalogue article, beside its digest. */
async function addReadings(
  store: Parts,
  user: User,
  article: ArticleRow,
  groups: readonly string[] | undefined,
): Promise<void> {
  if (groups !== undefined) {
    await Promise.all(groups.map((group) => addOpenReading(store, group, article)));
    return;
  }
  if (article.catalogue === null) return;
  const copies = await store.articles.ofCatalogue(article.catalogue);
  await addReadingsBesideDigest(store, article, copies, async (group) =>
    can({ role: await store.groups.role(group, user.id) }, 'reading.manage'),
  );
}
