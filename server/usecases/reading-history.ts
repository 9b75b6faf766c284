import { parsePlace } from '#lib/permission/place.ts';
import { fail, ok } from '#lib/result.ts';
import { notFound } from '../problem.ts';
import { placeId } from '../sync/place-id.ts';
import type { Deps } from './deps.ts';
import { inReading } from './permitted.ts';
import type { UseCases } from './use-cases.ts';

/**
 * The audit trail of a reading's places, for its instructors; nobody may see that of `private`. A desk's is that of
 * the present round.
 */
export function createReadingHistory({ store, log }: Deps): Pick<UseCases['readings'], 'history'> {
  return {
    async history(user, reading, { place, after, limit }) {
      const found = await inReading(store, user, reading, 'reading.history');
      if (!found.ok) return found;
      const asked = parsePlace(place);
      if (asked === null) return fail(notFound('place'));
      const id = placeId(reading, asked, found.value.reading.round);
      const events = await log.history(id, after, limit);
      return ok(events.map((event) => ({ ...event, place, at: new Date(event.at).toISOString() })));
    },
  };
}
