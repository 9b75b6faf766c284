import type { Ledger } from '#lib/insight/predictions/ledger-of.ts';
import { can, type Role } from '#lib/permission/can.ts';
import type { LedgerOrder } from '../figures/orders.ts';
import type { ReadingRow } from '../store/tables.ts';
import { askerIn } from './blindness.ts';
import { counting } from './counting.ts';
import type { Deps } from './deps.ts';
import { keptText } from './kept-text.ts';
import { inGroup, inReading } from './permitted.ts';
import { standingLogs } from './readable-logs.ts';
import { readablePlaces } from './readable-places.ts';
import type { User, UseCases } from './use-cases.ts';

/** The ledger over exactly the records that the asker may read: those that `annotations` gives. */
export function createPredictions(
  deps: Pick<Deps, 'store' | 'log' | 'clock' | 'figures'>,
): Pick<UseCases['readings'], 'predictions' | 'predictionsOfGroup'> {
  const { store, log } = deps;
  const count = counting(deps);
  const predicted = async (
    user: User,
    reading: ReadingRow,
    role: Role,
  ): Promise<LedgerOrder['readings'][number]> => {
    const asker = await askerIn(log, reading, role, user.id);
    const [places, [article]] = await Promise.all([
      readablePlaces(log, reading, asker, user.id),
      store.articles.articles([reading.article_id]),
    ]);
    if (article === undefined) throw new Error(`Reading ${reading.id} has no article.`);
    const { id, title, written } = article;
    return {
      id: reading.id,
      article: { id, title, written },
      logs: standingLogs(reading, places),
    };
  };
  const ledger = async (user: User, readings: readonly ReadingRow[], role: Role) => {
    const [of, texts] = await Promise.all([
      Promise.all(readings.map((reading) => predicted(user, reading, role))),
      Promise.all(readings.map((reading) => keptText(store, reading))),
    ]);
    return count<Ledger>(user, { work: 'ledger', of: { readings: of }, texts });
  };
  return {
    async predictions(user, readingId) {
      const found = await inReading(store, user, readingId, 'reading.read');
      if (!found.ok) return found;
      const { reading, role } = found.value;
      return ledger(user, [reading], role);
    },
    async predictionsOfGroup(user, groupId) {
      const found = await inGroup(store, user, groupId, 'group.read');
      if (!found.ok) return found;
      const { group, role } = found.value;
      const readings = await store.readings.ofGroup(group.id);
      const readable = readings.filter(({ phase }) => can({ role, phase }, 'reading.read'));
      return ledger(user, readable, role);
    },
  };
}
