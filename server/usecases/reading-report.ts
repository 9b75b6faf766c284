import { changedTags } from '#lib/insight/changed-tags.ts';
import { recordsAt } from '#lib/insight/records-at.ts';
import { type ReportSubject, readingReport } from '#lib/insight/report/reading-report.ts';
import { toldChange } from '#lib/insight/report/told-change.ts';
import { asThen } from '#lib/insight/report/words-then.ts';
import type { Block } from '#lib/article/document.ts';
import { type Asker, can, type Role } from '#lib/permission/can.ts';
import { distinctNames } from '#lib/permission/distinct-names.ts';
import { ownerOfPlace, parsePlace } from '#lib/permission/place.ts';
import { ok } from '#lib/result.ts';
import { sha256 } from '../articles/sha256.ts';
import type { ReadingRow, RevisionRow } from '../store/tables.ts';
import { articleView } from './article-view.ts';
import { askerIn } from './blindness.ts';
import type { Deps } from './deps.ts';
import { inReading } from './permitted.ts';
import { inOrder, readableLogs, type ReadableLogs } from './records-then.ts';
import type { User, UseCases } from './use-cases.ts';

interface Asked {
  reading: ReadingRow;
  role: Role;
  asker: Asker;
  logs: ReadableLogs;
}

/** What is told from the log, over exactly what the asker may read now (H3 of SYNC.md). */
export function createReadingReport({
  store,
  log,
  clock,
}: Pick<Deps, 'store' | 'log' | 'clock'>): Pick<UseCases['readings'], 'report' | 'changedTags'> {
  const askedBy = async (user: User, readingId: string) => {
    const found = await inReading(store, user, readingId, 'reading.read');
    if (!found.ok) return found;
    const { reading, role } = found.value;
    const asker = await askerIn(log, reading, role, user.id);
    const logs = await readableLogs(log, reading, { asker, userId: user.id });
    return ok<Asked>({ reading, role, asker, logs });
  };
  const revisionOf = async ({ id, revision_id: revision }: ReadingRow): Promise<RevisionRow> => {
    const found = await store.articles.revision(revision);
    if (found === undefined) throw new Error(`Reading ${id} has no revision.`);
    return found;
  };
  const subjectOf = async (user: User, asked: Asked): Promise<ReportSubject> => {
    const { reading, role, asker, logs } = asked;
    const [revision, [article], group, members, moments] = await Promise.all([
      revisionOf(reading),
      store.articles.articles([reading.article_id]),
      store.groups.group(reading.group_id),
      store.groups.members(reading.group_id),
      store.readings.moments(reading.id),
    ]);
    if (article === undefined) throw new Error(`Reading ${reading.id} has no article.`);
    const names = distinctNames(members);
    const name = names.get(user.id) ?? user.name;
    return {
      reading: {
        id: reading.id,
        group: group?.name ?? '',
        revision: reading.revision_id,
        phase: reading.phase,
      },
      article: articleView(article),
      text: revision.canonical,
      blocks: JSON.parse(revision.blocks) as Block[],
      members: members.map((one) => ({
        id: one.id,
        name: names.get(one.id) ?? one.name,
        role: one.role,
      })),
      asker: { id: user.id, name, role, places: logs.places, mayRead: readerOf(user, asked) },
      shown: can(asker, 'reading.manage') ? members.map(({ id }) => id) : [user.id],
      moments,
    };
  };
  return {
    async report(user, readingId, at) {
      // What is logged while it is read is later than the moment that it speaks of.
      const then = at ?? clock();
      const found = await askedBy(user, readingId);
      if (!found.ok) return found;
      const { logs } = found.value;
      const subject = await subjectOf(user, found.value);
      return ok(readingReport(subject, { all: inOrder(logs), changes: logs }, then, sha256));
    },
    async changedTags(user, readingId, { after, until }) {
      const asOf = until ?? clock();
      const found = await askedBy(user, readingId);
      if (!found.ok) return found;
      const { logs, reading } = found.value;
      const { canonical } = await revisionOf(reading);
      const all = inOrder(logs);
      const words = asThen(recordsAt(all, asOf), recordsAt(all, Infinity));
      const { changes, first } = changedTags(logs, { after: after ?? -Infinity, until: asOf });
      return ok({
        asOf: new Date(asOf).toISOString(),
        changes: changes.map((change) => toldChange(change, words, canonical)),
        first,
      });
    },
  };
}

/** In a blind round that is under way `shared` tells nothing of who is not revealed. */
function readerOf({ id }: User, { reading, asker, logs }: Asked): (user: string) => boolean {
  const { places, revealed } = logs;
  const owners = new Set(places.map(parsePlace).map((place) => place && ownerOfPlace(place)));
  const seesDesks = can({ ...asker, own: false }, 'desk.read');
  const tellsAll = places.includes('shared') && (reading.blind === 0 || seesDesks);
  return (user) => user === id || tellsAll || owners.has(user) || revealed.has(user);
}
