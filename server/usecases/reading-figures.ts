import type { Insight } from '#lib/insight/insight.ts';
import type { ReadingInsight } from '#lib/insight/reading-insight.ts';
import { can } from '#lib/permission/can.ts';
import { ok } from '#lib/result.ts';
import { askerIn } from './blindness.ts';
import { counting } from './counting.ts';
import type { Deps } from './deps.ts';
import { keptText } from './kept-text.ts';
import { inReading } from './permitted.ts';
import { readableLogs, standingLogs } from './readable-logs.ts';
import { readablePlaces } from './readable-places.ts';
import type { User, UseCases } from './use-cases.ts';

/** What the records of a reading add up to: over exactly those that the asker may read. */
export function createReadingFigures(deps: Deps): Pick<UseCases['readings'], 'tally' | 'insight'> {
  const { store, log } = deps;
  const count = counting(deps);
  const askerFor = async (user: User, readingId: string) => {
    const found = await inReading(store, user, readingId, 'reading.read');
    if (!found.ok) return found;
    const { reading, role } = found.value;
    const asker = await askerIn(log, reading, role, user.id);
    const standing = async () =>
      standingLogs(reading, await readablePlaces(log, reading, asker, user.id));
    return ok({ reading, asker, standing });
  };
  return {
    async tally(user, readingId) {
      const found = await askerFor(user, readingId);
      if (!found.ok) return found;
      const logs = await found.value.standing();
      return count<Insight>(user, { work: 'tally', of: { logs }, texts: [] });
    },
    async insight(user, readingId, at) {
      const found = await askerFor(user, readingId);
      if (!found.ok) return found;
      const { reading, asker, standing } = found.value;
      const [text, group] = await Promise.all([
        keptText(store, reading),
        store.groups.members(reading.group_id),
      ]);
      const members = group.map(({ id }) => id);
      const shown = can(asker, 'reading.manage') ? members : [user.id];
      const logs =
        at === null
          ? await standing()
          : (await readableLogs(log, reading, { asker, userId: user.id })).logs;
      return count<ReadingInsight>(user, {
        work: 'insight',
        of: { logs, at, members, shown },
        texts: [text],
      });
    },
  };
}
