import type { ReadingReport } from '#lib/insight/report/reading-report.ts';
import { type Asker, can, type Role } from '#lib/permission/can.ts';
import { distinctNames } from '#lib/permission/distinct-names.ts';
import { ownerOfPlace, parsePlace } from '#lib/permission/place.ts';
import type { ChangedTags } from '#lib/protocol/http.ts';
import { ok } from '#lib/result.ts';
import type { ReportOrder } from '../figures/orders.ts';
import type { ReadingRow } from '../store/tables.ts';
import { articleView } from './article-view.ts';
import { askerIn } from './blindness.ts';
import { counting } from './counting.ts';
import type { Deps } from './deps.ts';
import { keptText } from './kept-text.ts';
import { inReading } from './permitted.ts';
import { readableLogs, type ReadableLogs } from './readable-logs.ts';
import type { User, UseCases } from './use-cases.ts';

interface Asked {
  reading: ReadingRow;
  role: Role;
  asker: Asker;
  readable: ReadableLogs;
}

type Subject = Pick<ReportOrder, 'about' | 'mayRead'>;

/** What is told from the log, over exactly what the asker may read now (H3 of SYNC.md). */
export function createReadingReport(
  deps: Pick<Deps, 'store' | 'log' | 'clock' | 'figures'>,
): Pick<UseCases['readings'], 'report' | 'reportDocument' | 'changedTags'> {
  const { store, log } = deps;
  const count = counting(deps);
  const askedBy = async (user: User, readingId: string) => {
    const found = await inReading(store, user, readingId, 'reading.read');
    if (!found.ok) return found;
    const { reading, role } = found.value;
    const asker = await askerIn(log, reading, role, user.id);
    const readable = await readableLogs(log, reading, { asker, userId: user.id });
    return ok<Asked>({ reading, role, asker, readable });
  };
  const subjectOf = async (user: User, asked: Asked): Promise<Subject> => {
    const { reading, role, asker, readable } = asked;
    const [[article], group, members, moments] = await Promise.all([
      store.articles.articles([reading.article_id]),
      store.groups.group(reading.group_id),
      store.groups.members(reading.group_id),
      store.readings.moments(reading.id),
    ]);
    if (article === undefined) throw new Error(`Reading ${reading.id} has no article.`);
    const names = distinctNames(members);
    const name = names.get(user.id) ?? user.name;
    const ids = members.map(({ id }) => id);
    const about = {
      reading: {
        id: reading.id,
        group: group?.name ?? '',
        revision: reading.revision_id,
        phase: reading.phase,
      },
      article: articleView(article),
      members: members.map((one) => ({
        id: one.id,
        name: names.get(one.id) ?? one.name,
        role: one.role,
      })),
      asker: { id: user.id, name, role, places: readable.places },
      shown: can(asker, 'reading.manage') ? ids : [user.id],
      moments,
    };
    return { about, mayRead: ids.filter(readerOf(user, asked)) };
  };
  const report = async <T>(
    user: User,
    readingId: string,
    { at, as }: Pick<ReportOrder, 'at' | 'as'>,
  ) => {
    const found = await askedBy(user, readingId);
    if (!found.ok) return found;
    const { reading, readable } = found.value;
    const [subject, text] = await Promise.all([
      subjectOf(user, found.value),
      keptText(store, reading),
    ]);
    const of = { ...subject, logs: readable.logs, at, as };
    return count<T>(user, { work: 'report', of, texts: [text] });
  };
  return {
    report: (user, reading, at) => report<ReadingReport>(user, reading, { at, as: 'report' }),
    reportDocument: (user, reading, at) => report<object>(user, reading, { at, as: 'document' }),
    async changedTags(user, readingId, { after, until }) {
      const found = await askedBy(user, readingId);
      if (!found.ok) return found;
      const { reading, readable } = found.value;
      return count<ChangedTags>(user, {
        work: 'changedTags',
        of: { logs: readable.logs, after, until },
        texts: [await keptText(store, reading)],
      });
    },
  };
}

/** In a blind round that is under way `shared` tells nothing of who is not revealed. */
function readerOf({ id }: User, { reading, asker, readable }: Asked): (user: string) => boolean {
  const { places, revealed } = readable;
  const owners = new Set(places.map(parsePlace).map((place) => place && ownerOfPlace(place)));
  const seesDesks = can({ ...asker, own: false }, 'desk.read');
  const tellsAll = places.includes('shared') && (reading.blind === 0 || seesDesks);
  return (user) => user === id || tellsAll || owners.has(user) || revealed.has(user);
}
