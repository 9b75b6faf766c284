import { ok } from '#lib/result.ts';
import type { Deps } from './deps.ts';
import { inReading } from './permitted.ts';
import type { UseCases } from './use-cases.ts';

/** The audit trail of a reading's places, for its instructors; nobody may see that of `private`. */
export function createReadingHistory({ store, log }: Deps): Pick<UseCases['readings'], 'history'> {
  return {
    async history(user, reading, { place, after, limit }) {
      const found = await inReading(store, user, reading, 'reading.history');
      if (!found.ok) return found;
      const events = await log.history({ reading, place }, after, limit);
      return ok(events.map((event) => ({ ...event, place, at: new Date(event.at).toISOString() })));
    },
  };
}
