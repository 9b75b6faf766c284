import { articleHtml } from '#lib/article/article-html.ts';
import { articleDocumentSchema, type Block } from '#lib/article/document.ts';
import type { ReadingMe, ReadingView } from '#lib/protocol/http.ts';
import type { Role } from '#lib/permission/can.ts';
import { fail, ok } from '#lib/result.ts';
import { notFound } from '../problem.ts';
import type { Parts } from '../store/store.ts';
import type { ArticleRow, ReadingRow, RevisionRow } from '../store/tables.ts';
import { askerIn } from './blindness.ts';
import type { Deps } from './deps.ts';
import { inGroup, inReading } from './permitted.ts';
import { createPhases } from './phases.ts';
import { readingMembers } from './reading-members.ts';
import { readingView, readingViews } from './reading-views.ts';
import type { User, UseCases } from './use-cases.ts';

type ReadingCases = Pick<
  UseCases['readings'],
  'list' | 'moments' | 'create' | 'change' | 'reveal' | 'page' | 'setMe' | 'text' | 'blocks'
>;

export function createReadings(deps: Deps): ReadingCases {
  const { store, clock } = deps;
  return {
    async list(user) {
      return ok(await readingViews(deps, await store.readings.readingsOf(user.id), user.id));
    },
    async moments(user, readingId) {
      const found = await inReading(store, user, readingId, 'reading.read');
      return found.ok ? ok(await store.readings.moments(readingId)) : found;
    },
    ...readingChanges(deps),
    ...readingTexts(deps),
    async setMe(user, readingId, me) {
      const found = await inReading(store, user, readingId, 'reading.read');
      if (!found.ok) return found;
      await store.readings.setMe(readingId, user.id, { ...me, ...seenBy(me, clock()) });
      return ok(null);
    },
  };
}

/** Nobody has seen what is not said yet: a later time would hide it from its reader for good. */
function seenBy({ seen }: ReadingMe, now: number): { seen?: string } {
  if (seen === undefined) return {};
  return { seen: new Date(Math.min(Date.parse(seen), now)).toISOString() };
}

function readingChanges(deps: Deps): Pick<ReadingCases, 'create' | 'change' | 'reveal'> {
  const { store } = deps;
  const phases = createPhases(deps);
  const viewAfter = async (user: User, readingId: string, role: Role) => {
    const reading = await store.readings.reading(readingId);
    if (reading === undefined) return fail(notFound('reading'));
    return ok(await readingView(deps, { ...reading, role }, user.id));
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
      const view = { ...reading, role: found.value.role };
      return ok(await readingView(deps, view, user.id));
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
      const [view, group, members, { position }] = await Promise.all([
        readingView(deps, { ...reading, role }, user.id),
        store.groups.group(reading.group_id),
        readingMembers(deps, reading, revision.canonical.length, asker),
        store.readings.me(readingId, user.id),
      ]);
      const name = members.find(({ id }) => id === user.id)?.name ?? user.name;
      return ok({
        reading: view,
        groupName: group?.name ?? '',
        html: htmlOf(revision, view.article),
        text: revision.canonical,
        blocks: withNotice(blocksOf(revision), view.article),
        members,
        position: Math.min(position, revision.canonical.length),
        user: { ...user, name },
      });
    },
  };
}

/** The user's readings of one article. */
export async function readingViewsOfArticle(
  parts: { store: Parts; log: Deps['log'] },
  user: User,
  article: ArticleRow,
): Promise<ReadingView[]> {
  const readings = await parts.store.readings.readingsOf(user.id);
  return readingViews(
    parts,
    readings.filter((reading) => reading.article_id === article.id),
    user.id,
  );
}

function htmlOf(
  revision: RevisionRow,
  { digest }: { digest: boolean },
): { title: string; body: string } {
  const document = articleDocumentSchema.parse(JSON.parse(revision.document));
  return articleHtml(document, { firstIsNotice: digest });
}

/** A digest's first block is its notice, as `htmlOf` sets it apart. */
function withNotice(blocks: Block[], { digest }: { digest: boolean }): Block[] {
  const [first, ...others] = blocks;
  if (!digest || first?.kind !== 'paragraph') return blocks;
  return [{ ...first, notice: true }, ...others];
}

function blocksOf(revision: RevisionRow): Block[] {
  return JSON.parse(revision.blocks) as Block[];
}

async function revisionOf(store: Parts, reading: ReadingRow): Promise<RevisionRow> {
  const revision = await store.articles.revision(reading.revision_id);
  if (revision === undefined) throw new Error(`Reading ${reading.id} has no revision.`);
  return revision;
}
