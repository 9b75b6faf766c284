import type { Votes } from '#lib/insight/votes.ts';
import { inCodebookOrder } from '#components/ui/tag-order.ts';

/** "5 of 7 marked this: 3 fact, 2 opinion". `readers`: members who marked anything. */
export function figuresInWords({ members, tagged, tags }: Votes, readers: number): string {
  const kinds = inCodebookOrder(tags).map(({ tag, count }) => ({ count, name: tag.name }));
  const parts = [...kinds, { count: members - tagged, name: 'without a kind' }]
    .filter(({ count }) => count > 0)
    .map(({ count, name }) => `${count} ${name.toLowerCase()}`);
  return `${members} of ${readers} marked this: ${parts.join(', ')}`;
}
