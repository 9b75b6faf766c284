import type { CatalogueEntry } from '#lib/article/catalogue-entry.ts';
import { documentFromBlocks } from '#lib/article/document-from-blocks.ts';
import type { ArticleDocument } from '#lib/article/document.ts';
import { wordCount } from '#lib/article/word-count.ts';
import { can } from '#lib/permission/can.ts';
import type { ConfirmedImport, Problem } from '#lib/protocol/http.ts';
import { type Result, fail, ok } from '#lib/result.ts';
import { findExact, findLike } from '../articles/catalogue.ts';
import { proposeArticle } from '../articles/propose.ts';
import { problem } from '../problem.ts';
import type { Parts } from '../store/store.ts';
import type { ArticleRow } from '../store/tables.ts';
import { articleView } from './article-view.ts';
import { addOpenReading, addReadingsBesideDigest } from './catalogue-articles.ts';
import type { Deps } from './deps.ts';
import { addArticle } from './new-article.ts';
import { inGroup } from './permitted.ts';
import { readingViewsOfArticle } from './readings.ts';
import type { User, UseCases } from './use-cases.ts';

const NOTHING_TO_READ = problem(
  422,
  'Every block is set aside as page furniture. Keep at least one as heading, paragraph or quotation.',
);

export function createArticles(
  { store, log, settings }: Deps,
  entries: readonly CatalogueEntry[],
): UseCases['articles'] {
  const propose: UseCases['articles']['propose'] = async (_user, submission) => {
    const limitBytes = settings.limits.LIMIT_IMPORT_BYTES;
    const proposal = proposeArticle(submission, { entries, limitBytes });
    return proposal.ok ? proposal : fail(problem(422, proposal.error));
  };
  return {
    propose,
    async list(user) {
      return ok((await store.articles.visibleTo(user.id)).map(articleView));
    },
    async import(user, submission, about) {
      const proposal = await propose(user, submission);
      if (!proposal.ok) return proposal;
      const { blocks, title, byline, source, written, note, sha256 } = proposal.value;
      const document = documentFromBlocks(blocks);
      if (!document.ok) return fail(problem(422, document.error));
      const input = { title, byline, source, written, note, sha256, ...about };
      const added = await store.transaction((inside) =>
        addImport(inside, user, { ...input, document: document.value }, entries),
      );
      return ok(articleView(added));
    },
    async confirm(user, input) {
      if (input.document.content.every(({ type }) => type === 'furniture'))
        return fail(NOTHING_TO_READ);
      return store.transaction(async (inside) => {
        const allowed = await mayAddReadings(inside, user, input.groups ?? []);
        if (!allowed.ok) return allowed;
        const article = await addImport(inside, user, input, entries);
        await addReadings(inside, user, article, input.groups);
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
  input: ConfirmedImport,
  entries: readonly CatalogueEntry[],
): Promise<ArticleRow> {
  const text = wordsOf(input.document);
  const like = findLike(entries, { text, words: wordCount(text) })?.entry;
  const exact = like !== undefined && findExact(entries, input.sha256 ?? '') === like;
  return addArticle(store, input.document, {
    title: input.title,
    byline: input.byline ?? null,
    source: input.source ?? null,
    written: input.written ?? null,
    note: input.note ?? null,
    teaser: exact ? like.teaser : null,
    ...(exact ? { words: like.words } : {}),
    sha256: input.sha256 ?? null,
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

function wordsOf(document: ArticleDocument): string {
  const inline = document.content.flatMap((node) =>
    node.type === 'blockquote' ? [node.content[0].content] : [node.content],
  );
  return inline.map((texts) => texts.map(({ text }) => text).join('')).join('\n');
}
