import { articleHtml } from '#lib/article/article-html.ts';
import { articleDocumentSchema, type Block } from '#lib/article/document.ts';
import type { Role } from '#lib/permission/can.ts';
import type { ArticleView, ReadingView } from '#lib/protocol/http.ts';
import { fail, ok } from '#lib/result.ts';
import { notFound } from '../problem.ts';
import type { Parts } from '../store/store.ts';
import type { ArticleRow, ReadingRow, RevisionRow } from '../store/tables.ts';
import { articleView } from './article-view.ts';
import { askerIn } from './blindness.ts';
import type { Deps } from './deps.ts';
import { inGroup, inReading } from './permitted.ts';
import { createPhases } from './phases.ts';
import { readingView } from './reading-view.ts';
import { readingMembers } from './reading-members.ts';
import type { User, UseCases } from './use-cases.ts';

type ReadingCases = Pick<
  UseCases['readings'],
  'list' | 'create' | 'change' | 'reveal' | 'page' | 'setMe' | 'text' | 'blocks'
>;

export function createReadings(deps: Deps): ReadingCases {
  const { store, log } = deps;
  return {
    async list(user) {
      const readings = await store.readings.readingsOf(user.id);
      const articles = await store.articles.articles(readings.map((row) => row.article_id));
      const byId = new Map(articles.map((article) => [article.id, articleView(article)]));
      const views = readings.flatMap((reading) => {
        const article = byId.get(reading.article_id);
        const member = { id: user.id, role: reading.role };
        return article === undefined ? [] : [readingView(log, reading, article, member)];
      });
      return ok(await Promise.all(views));
    },
    ...readingChanges(deps),
    ...readingTexts(deps),
    async setMe(user, readingId, me) {
      const found = await inReading(store, user, readingId, 'reading.read');
      if (!found.ok) return found;
      const { position, seen } = me;
      await store.readings.setMe(readingId, user.id, {
        ...(position === undefined ? {} : { position }),
        ...(seen === undefined ? {} : { seen }),
      });
      return ok(null);
    },
  };
}

function readingChanges(deps: Deps): Pick<ReadingCases, 'create' | 'change' | 'reveal'> {
  const { store, log } = deps;
  const phases = createPhases(deps);
  const viewAfter = async (user: User, readingId: string, role: Role) => {
    const reading = await store.readings.reading(readingId);
    if (reading === undefined) return fail(notFound('reading'));
    const article = await articleOf(store, reading);
    return ok(await readingView(log, reading, article, { id: user.id, role }));
  };
  return {
    async create(user, { group, article, phase, due }) {
      const found = await inGroup(store, user, group, 'reading.manage');
      if (!found.ok) return found;
      const readable = await store.articles.visibleTo(user.id);
      const chosen = readable.find(({ id }) => id === article);
      if (chosen === undefined) return fail(notFound('article'));
      const reading = await store.readings.addReading({
        group_id: group,
        article_id: chosen.id,
        revision_id: chosen.revision_id,
        phase,
        due: due ?? null,
      });
      const member = { id: user.id, role: found.value.role };
      return ok(await readingView(log, reading, articleView(chosen), member));
    },
    async change(user, readingId, { phase, due }) {
      const found = await inReading(store, user, readingId, 'reading.manage');
      if (!found.ok) return found;
      if (due !== undefined) await store.readings.changeReading(readingId, { due });
      if (phase !== undefined) await phases.enter(readingId, phase);
      return viewAfter(user, readingId, found.value.role);
    },
    async reveal(user, readingId, { user: member }) {
      const found = await inReading(store, user, readingId, 'reading.manage');
      if (!found.ok) return found;
      const revealed = await phases.reveal(readingId, member ?? null);
      return revealed.ok ? viewAfter(user, readingId, found.value.role) : revealed;
    },
  };
}

function readingTexts(deps: Deps): Pick<ReadingCases, 'page' | 'text' | 'blocks'> {
  const { store, log } = deps;
  const revisionFor = async (user: User, readingId: string) => {
    const found = await inReading(store, user, readingId, 'reading.read');
    if (!found.ok) return found;
    const { reading, role } = found.value;
    return ok({ reading, role, revision: await revisionOf(store, reading) });
  };
  return {
    async text(user, readingId) {
      const found = await revisionFor(user, readingId);
      return found.ok ? ok(found.value.revision.canonical) : found;
    },
    async blocks(user, readingId) {
      const found = await revisionFor(user, readingId);
      return found.ok ? ok(blocksOf(found.value.revision)) : found;
    },
    async page(user, readingId) {
      const found = await revisionFor(user, readingId);
      if (!found.ok) return found;
      const { reading, role, revision } = found.value;
      const asker = await askerIn(log, reading, role, user.id);
      const [article, group, members, position] = await Promise.all([
        articleOf(store, reading),
        store.groups.group(reading.group_id),
        readingMembers(deps, reading, revision.canonical.length, asker),
        store.readings.position(readingId, user.id),
      ]);
      const name = members.find(({ id }) => id === user.id)?.name ?? user.name;
      return ok({
        reading: await readingView(log, reading, article, { id: user.id, role }),
        groupName: group?.name ?? '',
        html: htmlOf(revision),
        text: revision.canonical,
        blocks: blocksOf(revision),
        members,
        position: Math.min(position, revision.canonical.length),
        user: { id: user.id, name },
      });
    },
  };
}

/** The user's readings of one article. */
export async function readingViewsOfArticle(
  { store, log }: { store: Parts; log: Deps['log'] },
  user: User,
  article: ArticleRow,
): Promise<ReadingView[]> {
  const readings = await store.readings.readingsOf(user.id);
  return Promise.all(
    readings
      .filter((reading) => reading.article_id === article.id)
      .map((reading) =>
        readingView(log, reading, articleView(article), { id: user.id, role: reading.role }),
      ),
  );
}

function htmlOf(revision: RevisionRow): { title: string; body: string } {
  return articleHtml(articleDocumentSchema.parse(JSON.parse(revision.document)));
}

function blocksOf(revision: RevisionRow): Block[] {
  return JSON.parse(revision.blocks) as Block[];
}

async function revisionOf(store: Parts, reading: ReadingRow): Promise<RevisionRow> {
  const revision = await store.articles.revision(reading.revision_id);
  if (revision === undefined) throw new Error(`Reading ${reading.id} has no revision.`);
  return revision;
}

async function articleOf(store: Parts, reading: ReadingRow): Promise<ArticleView> {
  const article = await store.articles.article(reading.article_id);
  if (article === undefined) throw new Error(`Reading ${reading.id} has no article.`);
  return articleView(article);
}
