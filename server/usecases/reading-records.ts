import { type Place, nameOfPlace, workPlace } from '#lib/permission/place.ts';
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
import { readingMembers } from './reading-members.ts';
import type { User, UseCases } from './use-cases.ts';

type RecordCases = Pick<UseCases['readings'], 'members' | 'annotations' | 'me' | 'syncToken'>;

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
