import type { Records } from '#lib/annotation/record-set.ts';
import type { RecordMap, RecordOf } from '#lib/annotation/record.ts';
import type { Block } from '#lib/article/document.ts';
import { insightOf } from '#lib/insight/insight-of.ts';
import { type InsightOf, readingInsightOf } from '#lib/insight/reading-insight.ts';
import { can } from '#lib/permission/can.ts';
import { type Place, nameOfPlace, workPlace } from '#lib/permission/place.ts';
import type { LoggedRecord } from '#lib/protocol/http.ts';
import { fail, ok } from '#lib/result.ts';
import { signSyncToken } from '../auth/sync-token.ts';
import { notFound, problem } from '../problem.ts';
import type { ReadingRow } from '../store/tables.ts';
import { placeId } from '../sync/place-id.ts';
import { askerIn } from './blindness.ts';
import type { Deps } from './deps.ts';
import { inReading } from './permitted.ts';
import { placeAsked, readablePlaces } from './readable-places.ts';
import { readingMeOf } from './reading-me.ts';
import { recordsThen } from './records-then.ts';
import { readingMembers } from './reading-members.ts';
import type { User, UseCases } from './use-cases.ts';

type RecordCases = Pick<
  UseCases['readings'],
  'members' | 'annotations' | 'tally' | 'insight' | 'me' | 'syncToken'
>;

const NOT_LOADED = problem(503, 'The annotations cannot be read now. Try again in a moment.');
const HOUR = 3_600_000;

/** What the live places of a reading say: over exactly the records that the asker may read. */
export function createReadingRecords(deps: Deps): RecordCases {
  const { store, sync, log, secret, clock } = deps;
  const askerFor = async (user: User, readingId: string) => {
    const found = await inReading(store, user, readingId, 'reading.read');
    if (!found.ok) return found;
    const { reading, role } = found.value;
    return ok({ reading, asker: await askerIn(log, reading, role, user.id) });
  };
  const recordsOf = async (reading: ReadingRow, places: readonly Place[]) => {
    const ids = places.map((place) => placeId(reading.id, place, reading.round));
    const records = Promise.all(ids.map(({ place }) => sync.records(reading.id, place)));
    return records.then(
      (all) => ok(all.flat()),
      () => fail(NOT_LOADED),
    );
  };
  const insightSubject = async (reading: ReadingRow): Promise<InsightOf> => {
    const [revision, members] = await Promise.all([
      store.articles.revision(reading.revision_id),
      store.groups.members(reading.group_id),
    ]);
    if (revision === undefined) throw new Error(`Reading ${reading.id} has no revision.`);
    return {
      revision: revision.id,
      blocks: JSON.parse(revision.blocks) as Block[],
      length: revision.canonical.length,
      members: members.map(({ id }) => id),
    };
  };
  const annotations: RecordCases['annotations'] = async (user, readingId, name) => {
    const found = await askerFor(user, readingId);
    if (!found.ok) return found;
    const { reading, asker } = found.value;
    if (name === null)
      return recordsOf(reading, await readablePlaces(log, reading, asker, user.id));
    const place = placeAsked(name, asker, user.id);
    return place.ok ? recordsOf(reading, [place.value]) : place;
  };
  return {
    annotations,
    async tally(user, readingId) {
      const records = await annotations(user, readingId, null);
      return records.ok ? ok(insightOf(recordSet(records.value))) : records;
    },
    async insight(user, readingId, at) {
      const found = await askerFor(user, readingId);
      if (!found.ok) return found;
      const { reading, asker } = found.value;
      const of = await insightSubject(reading);
      const shown = can(asker, 'reading.manage') ? of.members : [user.id];
      if (at !== null) {
        const then = await recordsThen(log, reading, { asker, userId: user.id, at });
        return ok(readingInsightOf(then, of, shown));
      }
      const now = await annotations(user, readingId, null);
      return now.ok ? ok(readingInsightOf(recordSet(now.value), of, shown)) : now;
    },
    async me(user, readingId) {
      const found = await askerFor(user, readingId);
      if (!found.ok) return found;
      const { reading, asker } = found.value;
      const records = await annotations(user, readingId, workPlace(asker, user.id));
      if (!records.ok) return records;
      const [me, members] = await Promise.all([
        store.readings.me(readingId, user.id),
        store.groups.members(reading.group_id),
      ]);
      const roles = new Map(members.map(({ id, role }) => [id, role]));
      return ok(readingMeOf(records.value, { user: user.id, me, roles }));
    },
    async members(user, readingId) {
      const found = await askerFor(user, readingId);
      if (!found.ok) return found;
      const { reading, asker } = found.value;
      const revision = await store.articles.revision(reading.revision_id);
      return ok(await readingMembers(deps, reading, revision?.canonical.length ?? 0, asker));
    },
    async syncToken(user, readingId, place) {
      const found = await askerFor(user, readingId);
      if (!found.ok) return found;
      const asked = placeAsked(place, found.value.asker, user.id);
      const row = await store.people.user(user.id);
      if (!asked.ok) return asked;
      if (row === undefined) return fail(notFound('place'));
      const expires = clock() + HOUR;
      const claims = {
        userId: user.id,
        reading: readingId,
        place: nameOfPlace(asked.value),
        epoch: row.session_epoch,
        expires,
      };
      return ok({
        token: signSyncToken(claims, secret),
        expires: new Date(expires).toISOString(),
      });
    },
  };
}

function recordSet(logged: readonly LoggedRecord[]): Records {
  const ofMap = <M extends RecordMap>(map: M): ReadonlyMap<string, RecordOf<M>> =>
    new Map(
      logged
        .filter((entry) => entry.map === map)
        .map(({ record }) => [record.id, record as RecordOf<M>]),
    );
  return {
    annotations: ofMap('annotations'),
    replies: ofMap('replies'),
    reactions: ofMap('reactions'),
    assessments: ofMap('assessments'),
  };
}
