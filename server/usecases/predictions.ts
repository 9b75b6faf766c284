import { type Ledger, ledgerOf } from '#lib/insight/predictions/ledger-of.ts';
import type { PredictedReading } from '#lib/insight/predictions/predictions-of.ts';
import type { Problem } from '#lib/protocol/http.ts';
import { type Result, ok } from '#lib/result.ts';
import type { ReadingRow } from '../store/tables.ts';
import type { Deps } from './deps.ts';
import { inGroup, inReading } from './permitted.ts';
import type { User, UseCases } from './use-cases.ts';

type Readings = UseCases['readings'];

/** The ledger over exactly the records that the asker may read: those that `annotations` gives. */
export function createPredictions(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { annotations }: Pick<Readings, 'annotations'>,
): Pick<Readings, 'predictions' | 'predictionsOfGroup'> {
  const predicted = async (
    user: User,
    { id, article_id: articleId, revision_id: revisionId }: ReadingRow,
  ): Promise<Result<PredictedReading, Problem>> => {
    const [records, revision, [article]] = await Promise.all([
      annotations(user, id, null),
      store.articles.revision(revisionId),
      store.articles.articles([articleId]),
    ]);
    if (!records.ok) return records;
    if (revision === undefined || article === undefined)
      throw new Error(`Reading ${id} has no article.`);
    return ok({
      id,
      article: { id: article.id, title: article.title, written: article.written },
      text: revision.canonical,
      blocks: JSON.parse(revision.blocks) as PredictedReading['blocks'],
      records: records.value,
    });
  };
  const ledger = async (
    user: User,
    readings: readonly ReadingRow[],
  ): Promise<Result<Ledger, Problem>> => {
    const all = await Promise.all(readings.map((reading) => predicted(user, reading)));
    const failed = all.find((one) => !one.ok);
    if (failed !== undefined) return failed;
    const read = all.flatMap((one) => (one.ok ? [one.value] : []));
    return ok(ledgerOf(read, new Date(clock()).toISOString().slice(0, 'YYYY-MM-DD'.length)));
  };
  return {
    async predictions(user, readingId) {
      const found = await inReading(store, user, readingId, 'reading.read');
      return found.ok ? ledger(user, [found.value.reading]) : found;
    },
    async predictionsOfGroup(user, groupId) {
      const found = await inGroup(store, user, groupId, 'group.read');
      return found.ok ? ledger(user, await store.readings.ofGroup(found.value.group.id)) : found;
    },
  };
}
