import { articleHtml } from '#lib/article/article-html.ts';
import { articleDocumentSchema, type Block } from '#lib/article/document.ts';
import type { Phase } from '#lib/permission/can.ts';
import type { ReadingView } from '#lib/protocol/http.ts';
import { fail, ok } from '#lib/result.ts';
import { notFound, problem } from '../problem.ts';
import type { Parts } from '../store/store.ts';
import type { ArticleRow, ReadingRow, RevisionRow } from '../store/tables.ts';
import type { Deps } from './deps.ts';
import { inGroup, inReading } from './permitted.ts';
import { readingMembers } from './reading-members.ts';
import { readingView, readingViews } from './reading-views.ts';
import type { User, UseCases } from './use-cases.ts';

type ReadingCases = Pick<
  UseCases['readings'],
  'list' | 'create' | 'change' | 'page' | 'setMe' | 'text' | 'blocks'
>;

const NOT_BLIND_YET = problem(
  422,
  'Blind readings come with a later version of Postil. Choose “open” or “closed”.',
);

export function createReadings(deps: Deps): ReadingCases {
  const { store } = deps;
  return {
    async list(user) {
      return ok(await readingViews(store, await store.readings.readingsOf(user.id)));
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

function readingChanges({ store, sync }: Deps): Pick<ReadingCases, 'create' | 'change'> {
  return {
    async create(user, { group, article, phase, due }) {
      const found = await inGroup(store, user, group, 'reading.manage');
      if (!found.ok) return found;
      if (phase === 'blind') return fail(NOT_BLIND_YET);
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
      return ok(await readingView(store, { ...reading, role: found.value.role }));
    },
    async change(user, readingId, { phase, due }) {
      const found = await inReading(store, user, readingId, 'reading.manage');
      if (!found.ok) return found;
      if (phase === 'blind') return fail(NOT_BLIND_YET);
      const { reading, role } = found.value;
      const change = changeOf(phase, due);
      if (Object.keys(change).length > 0) await store.readings.changeReading(readingId, change);
      if (phase !== undefined) sync.reviewReading(readingId);
      return ok(await readingView(store, { ...reading, ...change, role }));
    },
  };
}

function changeOf(phase: Phase | undefined, due: string | null | undefined): Partial<ReadingRow> {
  return {
    ...(phase === undefined ? {} : { phase }),
    ...(due === undefined ? {} : { due }),
  };
}

function readingTexts(deps: Deps): Pick<ReadingCases, 'page' | 'text' | 'blocks'> {
  const { store } = deps;
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
      const [view, group, members, position] = await Promise.all([
        readingView(store, { ...reading, role }),
        store.groups.group(reading.group_id),
        readingMembers(deps, reading, revision.canonical.length),
        store.readings.position(readingId, user.id),
      ]);
      const name = members.find(({ id }) => id === user.id)?.name ?? user.name;
      return ok({
        reading: view,
        groupName: group?.name ?? '',
        html: htmlOf(revision, view.article),
        text: revision.canonical,
        blocks: blocksOf(revision),
        members,
        position: Math.min(position, revision.canonical.length),
        user: { ...user, name },
      });
    },
  };
}

/** The user's readings of one article. */
export async function readingViewsOfArticle(
  store: Parts,
  user: User,
  article: ArticleRow,
): Promise<ReadingView[]> {
  const readings = await store.readings.readingsOf(user.id);
  return readingViews(
    store,
    readings.filter((reading) => reading.article_id === article.id),
  );
}

function htmlOf(
  revision: RevisionRow,
  { digest }: { digest: boolean },
): { title: string; body: string } {
  const document = articleDocumentSchema.parse(JSON.parse(revision.document));
  return articleHtml(document, { firstIsNotice: digest });
}

function blocksOf(revision: RevisionRow): Block[] {
  return JSON.parse(revision.blocks) as Block[];
}

async function revisionOf(store: Parts, reading: ReadingRow): Promise<RevisionRow> {
  const revision = await store.articles.revision(reading.revision_id);
  if (revision === undefined) throw new Error(`Reading ${reading.id} has no revision.`);
  return revision;
}
