import type { Records } from '#lib/annotation/record-set.ts';
import type { RecordMap, RecordOf } from '#lib/annotation/record.ts';
import { insightOf } from '#lib/insight/insight-of.ts';
import type { LoggedRecord } from '#lib/protocol/http.ts';
import { fail, ok } from '#lib/result.ts';
import { signSyncToken } from '../auth/sync-token.ts';
import { notFound, problem } from '../problem.ts';
import type { Deps } from './deps.ts';
import { inReading } from './permitted.ts';
import { readingMembers } from './reading-members.ts';
import type { UseCases } from './use-cases.ts';

type RecordCases = Pick<UseCases['readings'], 'members' | 'annotations' | 'insight' | 'syncToken'>;

const NOT_LOADED = problem(503, 'The annotations cannot be read now. Try again in a moment.');
const HOUR = 3_600_000;

/** What the live places of a reading say: over exactly the records that the asker may read. */
export function createReadingRecords(deps: Deps): RecordCases {
  const { store, sync, secret, clock } = deps;
  const annotations: RecordCases['annotations'] = async (user, readingId) => {
    const found = await inReading(store, user, readingId, 'shared.read');
    if (!found.ok) return found;
    return sync.records(readingId, 'shared').then(ok, () => fail(NOT_LOADED));
  };
  return {
    annotations,
    async insight(user, readingId) {
      const records = await annotations(user, readingId);
      return records.ok ? ok(insightOf(recordSet(records.value))) : records;
    },
    async members(user, readingId) {
      const found = await inReading(store, user, readingId, 'reading.read');
      if (!found.ok) return found;
      const { reading } = found.value;
      const revision = await store.articles.revision(reading.revision_id);
      return ok(await readingMembers(deps, reading, revision?.canonical.length ?? 0));
    },
    async syncToken(user, readingId, place) {
      const found = await inReading(store, user, readingId, 'shared.read');
      if (!found.ok) return found;
      const row = await store.people.user(user.id);
      if (place !== 'shared' || row === undefined) return fail(notFound('place'));
      const expires = clock() + HOUR;
      const claims = {
        userId: user.id,
        reading: readingId,
        place,
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
