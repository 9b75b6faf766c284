import { inCodebookOrder, type TagNumber } from '#components/ui/tag-order.ts';
import type { Insight } from '#lib/insight/insight.ts';
import { wholePercents } from '#lib/insight/whole-percents.ts';
import { tagNumbers } from './tag-numbers.ts';

/** Marks by tag in the codebook's order, each with its share in whole per cent; these add up to 100. */
export function tagPercents(insight: Pick<Insight, 'tags'>): (TagNumber & { percent: number })[] {
  const numbers = inCodebookOrder(tagNumbers(insight));
  const percents = wholePercents(numbers.map(({ count }) => count));
  return numbers.map((number, index) => ({ ...number, percent: percents[index] ?? 0 }));
}
