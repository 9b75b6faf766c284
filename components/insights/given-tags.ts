import { tagDefinition, type TagDefinition } from '#lib/annotation/codebook.ts';
import { inCodebookOrder, type TagNumber, type TagNumbers } from '#components/ui/tag-order.ts';

/** The tags that somebody gave, in the codebook's order; behind them, by name, those that it does not have any more. */
export function givenTags(counts: TagNumbers): TagNumber[] {
  const gone = Object.keys(counts)
    .filter((id) => tagDefinition(id) === undefined)
    .sort()
    .map((id) => ({ tag: outsideCodebook(id), count: counts[id] ?? 0 }));
  return [...inCodebookOrder(counts), ...gone].filter(({ count }) => count > 0);
}

function outsideCodebook(id: string): TagDefinition {
  return { id, name: id, icon: '○', key: '', meaning: '', question: '' };
}
