import type { KeptText } from '../figures/orders.ts';
import type { Parts } from '../store/store.ts';
import type { ReadingRow } from '../store/tables.ts';

/** What is read in a reading, as it is kept. */
export async function keptText(
  store: Parts,
  { id, revision_id: revision }: Pick<ReadingRow, 'id' | 'revision_id'>,
): Promise<KeptText> {
  const found = await store.articles.revision(revision);
  if (found === undefined) throw new Error(`Reading ${id} has no revision.`);
  return { revision, canonical: found.canonical, blocks: found.blocks };
}
